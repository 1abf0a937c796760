// 4:15: 'mix' does not take (float, float). It takes (float or vec2…4, float or vec2…4, float or vec2…4) or (float or vec2…4, float or vec2…4, float).
precision mediump float;
void main() {
    float a = mix(1.0, 2.0);
}
