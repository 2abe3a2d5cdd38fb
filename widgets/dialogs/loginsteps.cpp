// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/loginsteps.h"

#include "backends/core/text.h"
#include "widgets/format/statustext.h"
#include "widgets/theme.h"

#include <QPainter>

namespace paceline {

namespace {
constexpr int kStep = 22, kMark = 22;
constexpr int kSteps = int(LoginStep::Ready); // Ready itself is the end, not a step
} // namespace

LoginSteps::LoginSteps(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Progress of the login"));
}

void LoginSteps::setProgress(const LoginProgress &progress)
{
    m_progress = progress;
    setAccessibleDescription(loginStepText(progress.step));
    update();
}

void LoginSteps::setFailed(bool failed)
{
    m_failed = failed;
    update();
}

QSize LoginSteps::sizeHint() const
{
    return {300, kSteps * kStep + 4};
}

void LoginSteps::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setFont(Theme::body());
    const int current = int(m_progress.step);
    for (int step = 0; step < kSteps; ++step) {
        const QRect row(0, 2 + step * kStep, width(), kStep);
        QString mark = QStringLiteral("·");
        QColor markColor = theme.faint, ink = theme.faint;
        if (step < current)
            mark = QStringLiteral("✓"), markColor = theme.well, ink = theme.soft;
        else if (step == current && m_failed)
            mark = QStringLiteral("✗"), markColor = theme.failed, ink = theme.ink;
        else if (step == current)
            mark = QStringLiteral("▸"), markColor = theme.accent, ink = theme.ink;
        painter.setPen(markColor);
        painter.drawText(QRect(row.left(), row.top(), kMark, row.height()), Qt::AlignCenter, mark);
        painter.setPen(ink);
        QString text = loginStepText(LoginStep(step));
        if (step == current) {
            for (const QString &more : {m_progress.host, m_progress.note}) {
                if (!more.isEmpty())
                    text += QStringLiteral(" · ") + displayText(more, 120);
            }
        }
        const QRect words = row.adjusted(kMark + 4, 0, 0, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    }
}

} // namespace paceline
