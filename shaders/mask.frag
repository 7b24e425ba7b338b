// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs, icons, shadows: coverage times the vertex colour's alpha.
uniform sampler2D uTexture;

in vec2 v_uv;
in vec4 v_color;

void main() { out_color = vec4(v_color.rgb, v_color.a * texture(uTexture, v_uv).r); }
