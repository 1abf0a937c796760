"""The shaders in Mesa's llvmpipe, as OpenGL ES 2 without a screen. Started by shaders.py.

Each order is the path of a shader and a number of frames; it is answered by the milliseconds of the
processor for each.
"""

import ctypes
import re
import sys
import time

egl = ctypes.CDLL("libEGL.so.1")
gl = ctypes.CDLL("libGLESv2.so.2")
WIDTH, HEIGHT = 1280, 720

VERTEX = b"""attribute vec2 corner;
varying vec2 v_uv;
void main() {
    v_uv = vec2(corner.x * 0.5 + 0.5, 0.5 - corner.y * 0.5);
    gl_Position = vec4(corner, 0.0, 1.0);
}"""


def context():
    egl.eglGetDisplay.restype = ctypes.c_void_p
    egl.eglGetPlatformDisplay.restype = ctypes.c_void_p
    egl.eglGetPlatformDisplay.argtypes = [ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p]
    display = ctypes.c_void_p(egl.eglGetPlatformDisplay(0x31DD, None, None))  # surfaceless
    if not egl.eglInitialize(display, None, None):
        sys.exit("EGL does not start: install libegl-mesa0 and libgl1-mesa-dri.")
    egl.eglBindAPI(0x30A0)
    config, count = ctypes.c_void_p(), ctypes.c_int()
    wanted = (ctypes.c_int * 3)(0x3040, 4, 0x3038)  # any that can OpenGL ES 2
    egl.eglChooseConfig(display, wanted, ctypes.byref(config), 1, ctypes.byref(count))
    egl.eglCreateContext.restype = ctypes.c_void_p
    version = (ctypes.c_int * 3)(0x3098, 2, 0x3038)
    made = ctypes.c_void_p(egl.eglCreateContext(display, config, None, version))
    if not egl.eglMakeCurrent(display, None, None, made):
        sys.exit("EGL gives no context.")


def shader(kind, source):
    made = gl.glCreateShader(kind)
    text = ctypes.c_char_p(source)
    gl.glShaderSource(made, 1, ctypes.byref(text), None)
    gl.glCompileShader(made)
    done = ctypes.c_int()
    gl.glGetShaderiv(made, 0x8B81, ctypes.byref(done))
    if not done.value:
        log = ctypes.create_string_buffer(4096)
        gl.glGetShaderInfoLog(made, 4096, None, log)
        sys.exit(log.value.decode())
    return made


def texture(pixels):
    name = ctypes.c_uint()
    gl.glGenTextures(1, ctypes.byref(name))
    gl.glBindTexture(0x0DE1, name)
    gl.glTexImage2D(0x0DE1, 0, 0x1908, WIDTH, HEIGHT, 0, 0x1908, 0x1401, pixels)
    for parameter, value in ((0x2801, 0x2601), (0x2800, 0x2601), (0x2802, 0x812F), (0x2803, 0x812F)):
        gl.glTexParameteri(0x0DE1, parameter, value)
    return name


def uniforms(program, source, moment):
    def at(name):
        return gl.glGetUniformLocation(program, name.encode())

    def set_floats(name, values):
        data = (ctypes.c_float * len(values))(*values)
        getattr(gl, f"glUniform{len(values)}fv")(at(name), 1, data)

    set_floats("u_texel", [1 / WIDTH, 1 / HEIGHT])
    set_floats("u_resolution", [WIDTH, HEIGHT])
    set_floats("u_time", [moment])
    set_floats("u_mood", [0.5, 0.25, 0.75])
    set_floats("u_speech", [0.5])
    set_floats("u_seed", [0.3])
    gl.glUniform1i(at("u_layer"), 0)
    gl.glUniform1i(at("u_source"), 1)
    own = re.findall(r"uniform (float|vec[234]) (\w+);\s*// default ([-\d. ]+)", source)
    for kind, name, numbers in own:
        set_floats(name, [float(number) for number in numbers.split()])


def prepared(path):
    with open(path, encoding="utf-8") as file:
        source = file.read()
    found = re.search(r"#pragma passes (\d)", source)
    program = gl.glCreateProgram()
    gl.glAttachShader(program, shader(0x8B31, VERTEX))
    gl.glAttachShader(program, shader(0x8B30, source.encode()))
    gl.glBindAttribLocation(program, 0, b"corner")
    gl.glLinkProgram(program)
    return program, source, int(found[1]) if found else 1


def draw(program, source, passes, frame):
    gl.glUseProgram(program)
    uniforms(program, source, frame * 0.1)
    gl.glFinish()
    start = time.process_time()
    for number in range(passes):
        gl.glUniform1i(gl.glGetUniformLocation(program, b"u_pass"), number)
        gl.glBindFramebuffer(0x8D40, TARGETS[number % 2][0])
        layer = SOURCE if number == 0 else TARGETS[(number + 1) % 2][1]
        for unit, name in ((1, SOURCE), (0, layer)):
            gl.glActiveTexture(0x84C0 + unit)
            gl.glBindTexture(0x0DE1, name)
        gl.glDrawArrays(4, 0, 3)
    gl.glFinish()
    return (time.process_time() - start) * 1000


context()
SOURCE = texture(bytes((i * 7 + i // (WIDTH * 4) * 3) & 127 for i in range(WIDTH * HEIGHT * 4)))
TARGETS = []
for _ in range(2):
    picture = texture(None)
    frame_ = ctypes.c_uint()
    gl.glGenFramebuffers(1, ctypes.byref(frame_))
    gl.glBindFramebuffer(0x8D40, frame_)
    gl.glFramebufferTexture2D(0x8D40, 0x8CE0, 0x0DE1, picture, 0)
    TARGETS.append((frame_, picture))
gl.glViewport(0, 0, WIDTH, HEIGHT)
corners = (ctypes.c_float * 6)(-1, -1, 3, -1, -1, 3)
gl.glEnableVertexAttribArray(0)
gl.glVertexAttribPointer(0, 2, 0x1406, 0, 0, corners)
gl.glGetString.restype = ctypes.c_char_p
print(gl.glGetString(0x1F01).decode(), flush=True)
known = {}
for line in sys.stdin:
    path, count = line.rsplit(maxsplit=1)
    if path not in known:
        known[path] = prepared(path)
        # llvmpipe compiles when it draws first.
        draw(*known[path], 0)
    print(*(f"{draw(*known[path], number):.4f}" for number in range(int(count))), flush=True)
