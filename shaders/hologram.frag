// A projection of light: scan lines, split colours, a tear that wanders. Frame or layer.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_texel;
uniform vec2 u_resolution;
uniform float u_time;
uniform float u_speech;
uniform vec3 u_color;       // default 0.35 0.9 1.0: colour of the light
uniform float u_lines;      // default 0.35, 0.0…1.0: depth of the scan lines
uniform float u_split;      // default 2.0, 0.0…8.0: pixels between red and blue

float hash(float n) {
    float p = fract(n * 0.1031);
    p *= p + 33.33;
    return fract(p * (p + p));
}

void main() {
    float row = floor(v_uv.y * u_resolution.y * 0.125);
    float tear = smoothstep(0.985, 1.0, sin(v_uv.y * 3.0 - u_time * 1.7)) * 12.0;
    float shake = (hash(row + floor(u_time * 15.0) * 17.0) - 0.5) * tear;
    vec2 at = v_uv + vec2(shake * u_texel.x, 0.0);
    vec2 apart = vec2(u_split * u_texel.x, 0.0);
    vec4 left = texture2D(u_layer, at - apart);
    vec4 here = texture2D(u_layer, at);
    vec4 right = texture2D(u_layer, at + apart);
    float light = dot(vec3(left.r, here.g, right.b), vec3(0.30, 0.55, 0.15));
    float alpha = max(here.a, max(left.a, right.a) * 0.5);
    float lines = 1.0 - u_lines * (0.5 + 0.5 * sin(v_uv.y * u_resolution.y * 1.5708 + u_time * 6.0));
    float flicker = 0.92 + 0.08 * sin(u_time * 31.0) + 0.1 * u_speech;
    vec3 color = mix(vec3(left.r, here.g, right.b), u_color * (0.25 * alpha + light), 0.75);
    float density = alpha * lines * flicker * 0.85;
    gl_FragColor = vec4(color * lines * flicker * 0.95, density);
}
