// A soft shadow behind what is drawn. Layer, or frame over a transparent ground.
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform vec2 u_texel;
uniform vec3 u_color;     // default 0.08 0.05 0.16: colour of the shadow
uniform vec2 u_offset;    // default 10.0 14.0: pixels to the right and down
uniform float u_blur;     // default 8.0, 0.0…24.0: pixels
uniform float u_opacity;  // default 0.5, 0.0…1.0: how dark

void main() {
    vec4 here = texture2D(u_layer, v_uv);
    vec2 from = v_uv - u_offset * u_texel;
    float shade = 0.0;
    for (int y = -1; y <= 1; y++) {
        for (int x = -1; x <= 1; x++) {
            float weight = (2.0 - abs(float(x))) * (2.0 - abs(float(y)));
            shade += weight * texture2D(u_layer, from + vec2(float(x), float(y)) * u_blur * u_texel).a;
        }
    }
    float alpha = shade / 16.0 * u_opacity * (1.0 - here.a);
    gl_FragColor = here + vec4(u_color * alpha, alpha);
}
