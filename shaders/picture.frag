// SPDX-License-Identifier: GPL-3.0-or-later
uniform sampler2D uTexture;

in vec2 v_uv;
in vec4 v_color;

void main() { out_color = v_color * texture(uTexture, v_uv); }
