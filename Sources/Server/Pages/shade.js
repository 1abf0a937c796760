// Draws a shader file with WebGL 1: the same file, and as far as the eye sees the same picture, as the
// server draws with its processor. See shaders/README.md for what a shader is given.

const vertices = `
attribute vec2 corner;
varying vec2 v_uv;
void main() {
    v_uv = vec2(corner.x * 0.5 + 0.5, 0.5 - corner.y * 0.5);
    gl_Position = vec4(corner, 0.0, 1.0);
}`;

// One program is compiled at a time; what it says when it is wrong is thrown.
function build(gl, source) {
  const program = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, vertices], [gl.FRAGMENT_SHADER, source]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
    gl.attachShader(program, shader);
  }
  gl.bindAttribLocation(program, 0, "corner");
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  return program;
}

function texture(gl, width, height, pixels) {
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  const picture = gl.getParameter(gl.TEXTURE_BINDING_2D);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, name, gl.LINEAR);
  return picture;
}

const stages = new Map();

function stage(width, height) {
  const key = `${width}x${height}`;
  if (!stages.has(key)) {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const gl = canvas.getContext("webgl", { antialias: false, depth: false, preserveDrawingBuffer: true });
    if (!gl) throw new Error("This browser has no WebGL.");
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
    stages.set(key, gl);
  }
  return stages.get(key);
}

// pixels: premultiplied RGBA from the top, or null. uniforms: [{ name, initial, isWhole }].
// moment: { time, mood, speech, seed }. Returns RGBA from the top.
export function drawShader(source, { width, height, pixels, passes, uniforms, moment }) {
  const gl = stage(width, height);
  const program = build(gl, source);
  gl.useProgram(program);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  const at = (name) => gl.getUniformLocation(program, name);
  gl.uniform2f(at("u_texel"), 1 / width, 1 / height);
  gl.uniform2f(at("u_resolution"), width, height);
  gl.uniform1f(at("u_time"), moment.time);
  gl.uniform3fv(at("u_mood"), moment.mood);
  gl.uniform1f(at("u_speech"), moment.speech);
  gl.uniform1f(at("u_seed"), moment.seed);
  gl.uniform1i(at("u_layer"), 0);
  gl.uniform1i(at("u_source"), 1);
  for (const { name, initial, isWhole } of uniforms) {
    if (at(name)) gl[`uniform${initial.length}${isWhole ? "i" : "f"}v`](at(name), initial);
  }
  const original = texture(gl, width, height, pixels);
  const made = [original];
  const drawn = new Uint8Array(width * height * 4);
  for (let pass = 0; pass < passes; pass++) {
    if (pass > 0) made.push(texture(gl, width, height, drawn));
    gl.uniform1i(at("u_pass"), pass);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, original);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, made[made.length - 1]);
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    const fromBelow = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, fromBelow);
    for (let y = 0; y < height; y++) {
      drawn.set(fromBelow.subarray((height - 1 - y) * width * 4, (height - y) * width * 4), y * width * 4);
    }
  }
  for (const picture of made) gl.deleteTexture(picture);
  gl.deleteProgram(program);
  return drawn;
}
