// What is bright shines over its edges; the corners are dark. Three passes. Frame.
#pragma passes 3
precision highp float;
varying vec2 v_uv;
uniform sampler2D u_layer;
uniform sampler2D u_source;
uniform vec2 u_texel;
uniform int u_pass;
uniform float u_threshold;  // default 0.78, 0.0…1.0: what is bright
uniform float u_radius;     // default 2.0, 0.5…6.0: pixels between readings
uniform float u_strength;   // default 0.55, 0.0…2.0: how much it shines
uniform float u_vignette;   // default 0.35, 0.0…1.0: how dark the corners are

vec4 bright(vec4 color) {
    float light = max(color.r, max(color.g, color.b));
    return color * smoothstep(u_threshold, 1.0, light);
}

// A bell of nine readings; the picture between passes holds only what shines.
vec4 blur(vec2 along, bool chooses) {
    vec4 sum = vec4(0.0);
    for (int i = -4; i <= 4; i++) {
        float d = float(i);
        float weight = exp(-d * d * 0.16) * 0.2265;
        vec4 color = texture2D(u_layer, v_uv + along * (d * u_radius));
        sum += weight * (chooses ? bright(color) : color);
    }
    return sum;
}

void main() {
    if (u_pass == 0) {
        gl_FragColor = blur(vec2(u_texel.x, 0.0), true);
    } else if (u_pass == 1) {
        gl_FragColor = blur(vec2(0.0, u_texel.y), false);
    } else {
        vec4 here = texture2D(u_source, v_uv);
        vec4 glow = texture2D(u_layer, v_uv) * u_strength;
        vec2 p = v_uv - 0.5;
        float shade = 1.0 - u_vignette * smoothstep(0.15, 0.5, dot(p, p));
        vec4 lit = here + glow - here * glow;
        gl_FragColor = vec4(lit.rgb * shade, lit.a);
    }
}
