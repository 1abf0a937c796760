// Large pixels of few colours, as on an old console. Frame or layer.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_resolution;
uniform float u_size;    // default 6.0, 2.0…32.0: pixels of one block
uniform float u_colors;  // default 12.0, 2.0…64.0: steps of each colour

void main() {
    vec2 block = floor(v_uv * u_resolution / u_size);
    vec4 here = texture2D(u_layer, (block + 0.5) * u_size / u_resolution);
    float dither = (mod(block.x + block.y, 2.0) - 0.5) / u_colors * 0.5;
    vec3 color = floor((here.rgb + dither) * u_colors + 0.5) / u_colors;
    float alpha = step(0.5, here.a);
    gl_FragColor = vec4(clamp(color, 0.0, 1.0) * alpha, alpha);
}
