// Burns away in grains with a glowing edge. Layer or frame.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_resolution;
uniform float u_seed;
uniform float u_amount;  // default 0.45, 0.0…1.0: how much is gone
uniform float u_grain;   // default 24.0, 4.0…64.0: pixels of the largest grain
uniform vec3 u_ember;    // default 1.0 0.55 0.15: colour of the edge

float hash(vec2 p) {
    vec3 q = fract(vec3(p.xyx) * 0.1031);
    q += dot(q, q.yzx + 33.33);
    return fract((q.x + q.y) * q.z);
}

float noise(vec2 p) {
    vec2 cell = floor(p);
    vec2 f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    return mix(
        mix(hash(cell), hash(cell + vec2(1.0, 0.0)), f.x),
        mix(hash(cell + vec2(0.0, 1.0)), hash(cell + vec2(1.0, 1.0)), f.x), f.y);
}

void main() {
    vec4 here = texture2D(u_layer, v_uv);
    vec2 p = v_uv * u_resolution / u_grain + floor(u_seed * 64.0);
    float n = noise(p) * 0.6 + noise(p * 2.7) * 0.4;
    float left = n - (u_amount * 1.3 - 0.15);
    float kept = smoothstep(0.0, 0.02, left);
    float ember = (1.0 - smoothstep(0.0, 0.1, left)) * kept;
    gl_FragColor = vec4(mix(here.rgb, u_ember * here.a, ember), here.a) * kept;
}
