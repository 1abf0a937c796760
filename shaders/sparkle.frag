// A dusk full of slow sparks that grow with speech. Background.
precision highp float;
varying vec2 v_uv;
uniform vec2 u_resolution;
uniform float u_time;
uniform float u_speech;
uniform float u_seed;
uniform vec3 u_mood;
uniform vec3 u_top;        // default 0.10 0.08 0.24: colour above
uniform vec3 u_bottom;     // default 0.55 0.30 0.48: colour below
uniform float u_density;   // default 0.5, 0.0…1.0: how many sparks

float hash(vec2 p) {
    vec3 q = fract(vec3(p.xyx) * 0.1031);
    q += dot(q, q.yzx + 33.33);
    return fract((q.x + q.y) * q.z);
}

float sparks(vec2 p, float layer) {
    p.y += u_time * (0.15 + 0.1 * layer);
    vec2 cell = floor(p);
    vec2 f = fract(p) - 0.5;
    float n = hash(cell + layer * 37.0 + floor(u_seed * 64.0));
    if (n > u_density) {
        return 0.0;
    }
    vec2 center = vec2(hash(cell + 11.0), hash(cell + 23.0)) * 0.6 - 0.3;
    float twinkle = 0.6 + 0.4 * sin(u_time * (1.0 + n * 3.0) + n * 40.0);
    float d = length(f - center);
    float size = 0.05 + 0.03 * u_speech;
    return twinkle * (1.35 - smoothstep(0.0, size, d) - 0.35 * smoothstep(0.0, size * 4.0, d));
}

void main() {
    vec2 p = v_uv * vec2(u_resolution.x / u_resolution.y, 1.0);
    vec3 color = mix(u_top, u_bottom, v_uv.y * v_uv.y);
    color += 0.06 * u_mood.x;
    float light = sparks(p * 6.0, 0.0) + 0.7 * sparks(p * 10.0, 1.0) + 0.5 * sparks(p * 16.0, 2.0);
    gl_FragColor = vec4(color + vec3(1.0, 0.9, 0.75) * light, 1.0);
}
