// Printed dots that grow where it is dark, in ink on the picture's own colours. Frame or layer.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_resolution;
uniform float u_size;   // default 7.0, 3.0…24.0: pixels between dots
uniform float u_angle;  // default 0.6, 0.0…1.57: radians
uniform vec3 u_ink;     // default 0.12 0.08 0.22: colour of the dots
uniform float u_amount; // default 0.7, 0.0…1.0: how strong

void main() {
    vec4 here = texture2D(u_layer, v_uv);
    float s = sin(u_angle);
    float c = cos(u_angle);
    vec2 p = mat2(c, s, -s, c) * (v_uv * u_resolution) / u_size;
    float light = dot(here.rgb, vec3(0.2126, 0.7152, 0.0722)) / max(here.a, 0.001);
    float radius = sqrt(clamp(1.0 - light, 0.0, 1.0)) * 0.72;
    float d = length(fract(p) - 0.5);
    float dot_ = (1.0 - smoothstep(radius - 0.12, radius + 0.12, d)) * u_amount;
    gl_FragColor = vec4(mix(here.rgb, u_ink * here.a, dot_), here.a);
}
