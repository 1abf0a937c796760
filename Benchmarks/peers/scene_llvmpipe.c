// The scene in OpenGL ES 3 without a screen: as an application draws it that knows the hardware. One
// atlas, one vertex buffer; masks go, four to a picture, into pictures of their own before the canvas is
// begun, so that it is never left; the canvas is read back, as an encoder needs it.
//
// With -DLIVE every frame is then converted and encoded as well.
#include "scene.h"
#ifdef LIVE
#include "encode.h"
#endif
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GLES3/gl3.h>

static const char *vertex_source =
    "#version 300 es\n"
    "layout(location = 0) in vec2 position; layout(location = 1) in vec2 uv;"
    "uniform vec2 size; out vec2 texel;"
    "void main() { texel = uv; gl_Position = vec4(position / size * 2.0 - 1.0, 0.0, 1.0); }";

static const char *fragment_sources[3] = {
    "#version 300 es\nprecision mediump float;"
    "uniform sampler2D atlas; uniform vec4 colour; in vec2 texel; out vec4 result;"
    "void main() { result = texture(atlas, texel) * colour; }",
    // Through a mask: of one channel of a picture as large as the canvas.
    "#version 300 es\nprecision mediump float;"
    "uniform sampler2D atlas, mask; uniform vec4 colour, channel; in vec2 texel; out vec4 result;"
    "void main() {"
    " float kept = dot(texelFetch(mask, ivec2(gl_FragCoord.xy), 0), channel);"
    " result = texture(atlas, texel) * colour * kept; }",
    // Into a mask.
    "#version 300 es\nprecision mediump float;"
    "uniform sampler2D atlas; in vec2 texel; out vec4 result;"
    "void main() { result = vec4(texture(atlas, texel).a); }",
};

static GLuint programs[3], canvas, masks[16], mask_frames[16], buffers[3];
static GLint colours[3], channel;

static void fail(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static GLuint shader(GLenum kind, const char *source) {
    GLuint made = glCreateShader(kind);
    glShaderSource(made, 1, &source, NULL);
    glCompileShader(made);
    GLint done;
    glGetShaderiv(made, GL_COMPILE_STATUS, &done);
    char log[1024];
    glGetShaderInfoLog(made, sizeof log, NULL, log);
    if (!done) fail(log);
    return made;
}

static GLuint target(const scene *s, GLuint *frame) {
    GLuint texture;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(
        GL_TEXTURE_2D, 0, GL_RGBA8, s->width, s->height, 0, GL_RGBA, GL_UNSIGNED_BYTE, NULL);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glGenFramebuffers(1, frame);
    glBindFramebuffer(GL_FRAMEBUFFER, *frame);
    glFramebufferTexture2D(
        GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    return texture;
}

static void begin(const scene *s) {
    PFNEGLGETPLATFORMDISPLAYEXTPROC platform =
        (PFNEGLGETPLATFORMDISPLAYEXTPROC)eglGetProcAddress("eglGetPlatformDisplayEXT");
    EGLDisplay display = platform(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, NULL);
    if (!eglInitialize(display, NULL, NULL)) fail("EGL does not start");
    eglBindAPI(EGL_OPENGL_ES_API);
    // Without a screen there are no windows, which are wanted when nothing else is said.
    const EGLint wanted[] = {
        EGL_RENDERABLE_TYPE, EGL_OPENGL_ES3_BIT, EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_NONE};
    const EGLint version[] = {EGL_CONTEXT_CLIENT_VERSION, 3, EGL_NONE};
    EGLConfig config;
    EGLint count;
    if (!eglChooseConfig(display, wanted, &config, 1, &count) || count == 0) {
        fail("EGL has no OpenGL ES 3");
    }
    EGLContext context = eglCreateContext(display, config, NULL, version);
    if (!eglMakeCurrent(display, NULL, NULL, context)) fail("EGL gives no context");

    GLuint texture;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(
        GL_TEXTURE_2D, 0, GL_RGBA8, s->atlas_width, s->atlas_height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
        s->atlas);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    GLuint atlas = texture;
    target(s, &canvas);
    for (int i = 0; i < (s->masks + 3) / 4; i++) masks[i] = target(s, &mask_frames[i]);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, atlas);
    glViewport(0, 0, s->width, s->height);

    for (int i = 0; i < 3; i++) {
        programs[i] = glCreateProgram();
        glAttachShader(programs[i], shader(GL_VERTEX_SHADER, vertex_source));
        glAttachShader(programs[i], shader(GL_FRAGMENT_SHADER, fragment_sources[i]));
        glLinkProgram(programs[i]);
        glUseProgram(programs[i]);
        glUniform2f(glGetUniformLocation(programs[i], "size"), s->width, s->height);
        glUniform1i(glGetUniformLocation(programs[i], "mask"), 1);
        colours[i] = glGetUniformLocation(programs[i], "colour");
    }
    channel = glGetUniformLocation(programs[1], "channel");
    glGenBuffers(3, buffers);
    glBindBuffer(GL_ARRAY_BUFFER, buffers[0]);
    glBufferData(GL_ARRAY_BUFFER, s->vertices * 8, s->uvs, GL_STATIC_DRAW);
    glVertexAttribPointer(1, 2, GL_FLOAT, 0, 0, 0);
    glBindBuffer(GL_ARRAY_BUFFER, buffers[1]);
    glBufferData(GL_ARRAY_BUFFER, s->vertices * 8, NULL, GL_STREAM_DRAW);
    glVertexAttribPointer(0, 2, GL_FLOAT, 0, 0, 0);
    glEnableVertexAttribArray(0);
    glEnableVertexAttribArray(1);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers[2]);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, s->indices * 4, s->index, GL_STATIC_DRAW);
    glClearColor(0, 0, 0, 0);
}

static void triangles(const scene_part *part) {
    glDrawElements(
        GL_TRIANGLES, part->indices, GL_UNSIGNED_INT, (void *)(size_t)(part->first_index * 4));
}

static void draw(const scene *s, int frame, uint32_t *pixels) {
    glBufferData(
        GL_ARRAY_BUFFER, s->vertices * 8, scene_positions(s, frame), GL_STREAM_DRAW);
    glUseProgram(programs[2]);
    glDisable(GL_BLEND);
    for (int i = 0; i < s->masks; i++) {
        if (i % 4 == 0) {
            glBindFramebuffer(GL_FRAMEBUFFER, mask_frames[i / 4]);
            glColorMask(1, 1, 1, 1);
            glClear(GL_COLOR_BUFFER_BIT);
        }
        glColorMask(i % 4 == 0, i % 4 == 1, i % 4 == 2, i % 4 == 3);
        triangles(s->mask + i);
    }
    glColorMask(1, 1, 1, 1);
    glEnable(GL_BLEND);
    glBindFramebuffer(GL_FRAMEBUFFER, canvas);
    glClear(GL_COLOR_BUFFER_BIT);
    for (int i = 0; i < s->parts; i++) {
        const scene_part *part = s->part + i;
        int program = part->mask >= 0;
        glUseProgram(programs[program]);
        if (program) {
            glActiveTexture(GL_TEXTURE1);
            glBindTexture(GL_TEXTURE_2D, masks[part->mask / 4]);
            int lane = part->mask % 4;
            glUniform4f(channel, lane == 0, lane == 1, lane == 2, lane == 3);
        }
        float opacity = part->opacity;
        glUniform4f(
            colours[program], part->tint[0] * opacity, part->tint[1] * opacity,
            part->tint[2] * opacity, opacity);
        // Exact where what is below is opaque; GL has no factor for the third term of multiply.
        static const GLenum factors[][2] = {
            {GL_ONE, GL_ONE_MINUS_SRC_ALPHA},
            {GL_DST_COLOR, GL_ONE_MINUS_SRC_ALPHA},
            {GL_ONE, GL_ONE_MINUS_SRC_COLOR},
            {GL_ONE, GL_ONE},
        };
        glBlendFuncSeparate(
            factors[part->blend][0], factors[part->blend][1], GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        triangles(part);
    }
    glReadPixels(0, 0, s->width, s->height, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
}

#ifdef LIVE
static encoder live;

static void draw_and_encode(const scene *s, int frame, uint32_t *pixels) {
    draw(s, frame, pixels);
    encoder_frame(&live, pixels);
    scene_bytes_per_frame = (double)live.bytes / (double)live.frames;
}
#endif

int main(int count, char **arguments) {
    (void)count;
    scene s = scene_load(arguments[1]);
    begin(&s);
    scene_draw *work = draw;
#ifdef LIVE
    live = encoder_begin(s.width, s.height, arguments[2]);
    work = draw_and_encode;
#endif
    return scene_converse(&s, work, (const char *)glGetString(GL_RENDERER));
}
