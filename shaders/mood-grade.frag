// Colours follow the mood: warm and rich when glad, cold and pale when sad. Frame.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec3 u_mood;
uniform float u_strength;  // default 1.0, 0.0…1.5: how far

void main() {
    vec4 here = texture2D(u_layer, v_uv);
    float valence = u_mood.x * u_strength;
    float arousal = u_mood.y * u_strength;
    vec3 c = here.rgb / max(here.a, 0.0001);
    float light = dot(c, vec3(0.2126, 0.7152, 0.0722));
    c = mix(vec3(light), c, 1.0 + 0.35 * valence + 0.1 * arousal);
    c *= vec3(1.0) + vec3(0.10, 0.03, -0.08) * valence;
    c = (c - 0.5) * (1.0 + 0.15 * arousal) + 0.5 + 0.03 * valence;
    gl_FragColor = vec4(clamp(c, 0.0, 1.0) * here.a, here.a);
}
