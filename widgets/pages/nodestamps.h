// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/nodelook.h"
#include "widgets/theme.h"

#include <QImage>
#include <array>

namespace paceline {

/// The pictures of cells, each drawn once and then copied: a colour for the value, a shape for the state. Values run
/// from brown to the quiet blue; free is a ring, out of service is hatched. GUI thread.
class NodeStamps
{
public:
    /// Forgets what was drawn when anything differs. side: of the square in logical pixels.
    void setUp(const Theme &theme, int side, qreal devicePixelRatio);
    /// isDim: does not match the search. On the panel's colour, opaque.
    const QImage &stamp(NodeLook look, bool isDim = false);
    /// For words on the cell: the colour that can be read there.
    QColor ink(NodeLook look, bool isDim) const;
    /// The colour of a share from 0 to 1.
    static QColor ramp(const Theme &theme, double share);

private:
    QImage draw(NodeLook look, bool isDim) const;

    const Theme *m_theme = nullptr;
    int m_side = 0;
    qreal m_ratio = 1;
    std::array<QImage, std::size_t(kNodeMarks) * 64 * 2> m_stamps;
};

} // namespace paceline
