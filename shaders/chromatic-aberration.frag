// Red and blue part towards the edge, as through a cheap lens. Frame or layer.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_texel;
uniform float u_speech;
uniform float u_amount;  // default 6.0, 0.0…24.0: pixels at the edge

void main() {
    vec2 from = v_uv - 0.5;
    vec2 apart = from * dot(from, from) * 4.0 * (u_amount + 4.0 * u_speech) * u_texel;
    vec4 red = texture2D(u_layer, v_uv - apart);
    vec4 here = texture2D(u_layer, v_uv);
    vec4 blue = texture2D(u_layer, v_uv + apart);
    float alpha = max(here.a, max(red.a, blue.a));
    gl_FragColor = vec4(red.r, here.g, blue.b, alpha);
}
