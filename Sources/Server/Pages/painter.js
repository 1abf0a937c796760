// Puts decoded frames on a canvas. A packed frame holds colour above and alpha below, colour already
// multiplied by alpha; WebGL joins them, or the processor where WebGL fails, which it may do silently.

const VERTEX = `attribute vec2 corner; varying vec2 place;
void main() { place = corner * vec2(0.5, -0.5) + 0.5; gl_Position = vec4(corner, 0.0, 1.0); }`;
const FRAGMENT = `precision mediump float; varying vec2 place; uniform sampler2D picture;
void main() {
  vec3 colour = texture2D(picture, vec2(place.x, place.y * 0.5)).rgb;
  float alpha = texture2D(picture, vec2(place.x, place.y * 0.5 + 0.5)).r;
  gl_FragColor = vec4(min(colour, vec3(alpha)), alpha);
}`;

export class Painter {
  constructor(canvas) {
    this.canvas = canvas;
  }

  resize(width, height) {
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }

  /** @param {"none"|"packed"|"pair"} alpha Where the frame's alpha is. */
  paint(frame, alpha) {
    if (alpha === "pair") return this.joinPair(frame);
    if (alpha === "none") {
      this.plain ??= this.canvas.getContext("2d", { alpha: false });
      this.plain.drawImage(frame, 0, 0, this.canvas.width, this.canvas.height);
      return;
    }
    if (this.gl === undefined) this.gl = this.prepare();
    if (this.gl) this.join(frame); else this.joinByHand(frame);
  }

  /** WebGL drawn aside and checked once: where it draws nothing at all, it is not used. */
  prepare() {
    const aside = document.createElement("canvas");
    const gl = aside.getContext("webgl", { premultipliedAlpha: true, antialias: false, preserveDrawingBuffer: true });
    if (!gl) return null;
    aside.addEventListener("webglcontextlost", () => { this.gl = null; });
    const program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.bindAttribLocation(program, 0, "corner");
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
    gl.useProgram(program);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    for (const [name, value] of [
      [gl.TEXTURE_MIN_FILTER, gl.LINEAR], [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
      [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE], [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    ]) gl.texParameteri(gl.TEXTURE_2D, name, value);
    this.aside = aside;
    return gl;
  }

  join(frame) {
    const { gl, aside, canvas } = this;
    if (aside.width !== canvas.width || aside.height !== canvas.height) {
      aside.width = canvas.width;
      aside.height = canvas.height;
      gl.viewport(0, 0, aside.width, aside.height);
    }
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, frame);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    if (!this.checked) {
      this.checked = true;
      const pixels = new Uint8Array(aside.width * aside.height * 4);
      gl.readPixels(0, 0, aside.width, aside.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      if (!pixels.some((byte) => byte !== 0)) {
        this.gl = null;
        return this.joinByHand(frame);
      }
    }
    this.flat ??= canvas.getContext("2d");
    this.flat.clearRect(0, 0, canvas.width, canvas.height);
    this.flat.drawImage(aside, 0, 0);
  }

  /** Straight colour, and alpha as luma: WebGL, given a frame of luma, would cut its ends off. */
  joinPair({ colour, alpha }) {
    const { width, height } = this.canvas;
    this.flat ??= this.canvas.getContext("2d");
    if (this.scratch?.canvas.width !== width || this.scratch.canvas.height !== height) {
      this.scratch = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    }
    this.scratch.drawImage(colour, 0, 0, width, height);
    const picture = this.scratch.getImageData(0, 0, width, height), { data } = picture;
    const { bytes, offset, stride, step } = alpha;
    for (let y = 0, index = 3; y < height; y++) {
      for (let x = 0, at = offset + y * stride; x < width; x++, at += step, index += 4) data[index] = bytes[at];
    }
    this.flat.putImageData(picture, 0, 0);
  }

  joinByHand(frame) {
    const { width, height } = this.canvas;
    this.flat ??= this.canvas.getContext("2d");
    this.scratch ??= new OffscreenCanvas(width, height * 2).getContext("2d", { willReadFrequently: true });
    this.scratch.drawImage(frame, 0, 0, width, height * 2);
    const { data } = this.scratch.getImageData(0, 0, width, height * 2);
    const half = width * height * 4;
    for (let index = 0; index < half; index += 4) {
      const alpha = data[half + index];
      const scale = alpha ? 255 / alpha : 0;
      data[index] *= scale;
      data[index + 1] *= scale;
      data[index + 2] *= scale;
      data[index + 3] = alpha;
    }
    this.flat.putImageData(new ImageData(data.subarray(0, half), width, height), 0, 0);
  }
}
