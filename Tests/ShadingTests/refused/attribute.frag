// 3:1: Attributes belong to vertex shaders. Read the varying 'v_uv' or 'gl_FragCoord'.
precision mediump float;
attribute vec2 a_position;
void main() {}
