// 4:36: An index must be known when the shader is compiled. Use a constant or the index of a loop.
precision mediump float;
void main() {
    int i = 1; float a = vec3(1.0)[i];
}
