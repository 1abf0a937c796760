// Snow before a grey sky, drifting with the wind. Background.
precision highp float;
varying vec2 v_uv;
uniform vec2 u_resolution;
uniform float u_time;
uniform vec3 u_sky;     // default 0.55 0.63 0.74: colour of the sky
uniform float u_wind;   // default 0.3, -1.0…1.0: to the right
uniform float u_fall;   // default 0.5, 0.1…2.0: heights of the picture a second

float hash(vec2 p) {
    vec3 q = fract(vec3(p.xyx) * 0.1031);
    q += dot(q, q.yzx + 33.33);
    return fract((q.x + q.y) * q.z);
}

void main() {
    vec2 p = v_uv * vec2(u_resolution.x / u_resolution.y, 1.0);
    float snow = 0.0;
    for (int i = 1; i <= 4; i++) {
        float depth = float(i);
        vec2 q = p * (3.0 + depth * 3.0);
        q -= vec2(u_wind, u_fall) * u_time * (5.0 - depth * 0.5);
        vec2 cell = floor(q);
        vec2 center = vec2(hash(cell + depth), hash(cell + depth + 7.0)) * 0.7 + 0.15;
        float size = 0.10 - depth * 0.012;
        float away = smoothstep(size * 0.4, size, length(fract(q) - center));
        snow += (1.0 - away) * (1.1 - depth * 0.2);
    }
    vec3 sky = u_sky * (0.8 + 0.3 * v_uv.y);
    gl_FragColor = vec4(mix(sky, vec3(1.0), clamp(snow, 0.0, 1.0)), 1.0);
}
