// SPDX-License-Identifier: GPL-3.0-or-later
// The frame on a window whose panel is mounted turned. The window's v runs up, the frame's down.
uniform sampler2D uTexture;
uniform int uTurns;  // clockwise quarter turns, 0-3

in vec2 v_uv;

void main() {
    vec2 p = vec2(v_uv.x, 1.0 - v_uv.y);
    vec2 uv = p;
    if (uTurns == 1) uv = vec2(p.y, 1.0 - p.x);
    if (uTurns == 2) uv = vec2(1.0 - p.x, 1.0 - p.y);
    if (uTurns == 3) uv = vec2(1.0 - p.y, p.x);
    out_color = vec4(texture(uTexture, uv).rgb, 1.0);
}
