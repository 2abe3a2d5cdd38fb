// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/factsline.h"

#include "widgets/theme.h"

#include <QPainter>

namespace paceline {

FactsLine::FactsLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactsLine::setFacts(const QString &name, const QString &facts)
{
    if (name == m_name && facts == m_facts)
        return;
    m_name = name;
    m_facts = facts;
    setAccessibleName(name + QLatin1Char(' ') + facts);
    update();
}

void FactsLine::setAge(const QString &age, bool isOld)
{
    if (age == m_age && isOld == m_isOld)
        return;
    m_age = age;
    m_isOld = isOld;
    update();
}

void FactsLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    int left = 0;
    // The age stays whole: what is old must be told, facts stand in the drawer, too.
    const int age =
        m_age.isEmpty() ? 0 : QFontMetrics(Theme::body()).horizontalAdvance(QStringLiteral("· ") + m_age) + 12;
    int right = width() - age;
    const auto put = [&](const QFont &font, const QColor &colour, const QString &text) {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(right - left, 0));
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRect(left, 0, width() - left, height()), int(Qt::AlignLeft | Qt::AlignVCenter), shown);
        left += metrics.horizontalAdvance(shown) + 6;
    };
    put(bold, theme.ink, m_name);
    put(Theme::body(), theme.soft, m_facts);
    if (!m_age.isEmpty()) {
        right = width();
        put(Theme::body(), theme.faint, QStringLiteral("·"));
        put(Theme::body(), m_isOld ? theme.attention : theme.faint, m_age);
    }
}

} // namespace paceline
