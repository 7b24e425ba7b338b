// SPDX-License-Identifier: GPL-3.0-or-later
// As draw.vert without the texture coordinate: Mesa 22 (llvmpipe) fills large blended rectangles with the
// first varying, so one that the fragment shader does not read must not be there.
uniform vec2 uOrigin;  // frame pixel at the top left
uniform vec2 uToClip;  // 2 / size of the frame

in vec2 position;
in vec4 color;

out vec4 v_color;

void main() {
    v_color = color;
    gl_Position = vec4((position - uOrigin) * uToClip - 1.0, 0.0, 1.0);
}
