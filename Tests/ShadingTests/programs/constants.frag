// Constants made of constants.
precision highp float;
varying vec2 v_uv;
const float half_ = 0.5;
const float third = half_ * 2.0 / 3.0;
const vec3 tint = vec3(half_, third, sqrt(half_));

void main() {
    vec2 p = v_uv * 4.03 - 2.017;
    gl_FragColor = vec4(tint * (p.x * 0.1 + 0.5), 1.0);
}
