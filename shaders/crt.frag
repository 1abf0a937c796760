// An old television: a curved tube, a mask of colours, lines, dark corners. Frame.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_resolution;
uniform float u_time;
uniform float u_curve;  // default 0.12, 0.0…0.4: how round the tube is
uniform float u_mask;   // default 0.25, 0.0…1.0: depth of the colour mask
uniform float u_lines;  // default 0.3, 0.0…1.0: depth of the lines

void main() {
    vec2 p = v_uv * 2.0 - 1.0;
    p *= 1.0 + u_curve * (p.yx * p.yx) * 0.5;
    vec2 at = p * 0.5 + 0.5;
    vec4 here = texture2D(u_layer, at);
    float row = at.y * u_resolution.y;
    float line = 1.0 - u_lines * (0.5 + 0.5 * cos(row * 3.14159265));
    float column = mod(floor(v_uv.x * u_resolution.x), 3.0);
    vec3 mask = vec3(1.0 - u_mask);
    if (column < 0.5) {
        mask.r = 1.0;
    } else if (column < 1.5) {
        mask.g = 1.0;
    } else {
        mask.b = 1.0;
    }
    float corner = (1.0 - p.x * p.x) * (1.0 - p.y * p.y);
    float shade = smoothstep(0.0, 0.35, corner) * (0.97 + 0.03 * sin(u_time * 50.0));
    vec3 color = here.rgb * mask * (line * shade * 1.35);
    vec2 inside = step(abs(p), vec2(1.0));
    gl_FragColor = vec4(min(color, vec3(1.0)), here.a) * (inside.x * inside.y);
}
