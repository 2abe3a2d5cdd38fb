// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flatstyle.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace paceline {

namespace {

constexpr qreal kRound = 5;

void drawBox(QPainter *painter, const QRect &rect, const QColor &edge, const QColor &fill)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), kRound, kRound);
    painter->restore();
}

void drawButton(QPainter *painter, const QStyleOption &option, bool raised)
{
    const Theme &theme = themeOf(option.palette);
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    const bool focused =
        option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isDefault = push && push->features.testFlag(QStyleOptionButton::DefaultButton);
    const QColor edge = down || focused || isDefault ? theme.accent
                        : raised                     ? theme.hairline
                        : hovered                    ? theme.hairline
                                                     : QColor();
    drawBox(painter, option.rect, edge, down || hovered ? theme.selection : raised ? theme.panel : QColor());
}

void drawHeaderSection(QPainter *painter, const QStyleOption &option)
{
    const Theme &theme = themeOf(option.palette);
    painter->fillRect(option.rect, theme.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.hairline);
}

void drawHeaderLabel(const QStyle &style, QPainter *painter, const QStyleOptionHeader &option, const QWidget *widget)
{
    painter->save();
    painter->setFont(Theme::secondary());
    painter->setPen(themeOf(option.palette).soft);
    const QFontMetrics metrics(painter->font());
    const int arrow = option.sortIndicator == QStyleOptionHeader::None
                          ? 0
                          : style.pixelMetric(QStyle::PM_HeaderMarkSize, &option, widget);
    const QRect rect = option.rect.adjusted(0, 0, option.textAlignment & Qt::AlignRight ? 0 : -arrow, 0);
    painter->drawText(rect, int(option.textAlignment) | Qt::TextSingleLine,
                      metrics.elidedText(option.text, Qt::ElideRight, rect.width()));
    painter->restore();
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_HeaderMargin:
        return 8;
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_SplitterWidth:
        return Theme::kPaneGap;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Theme &theme = themeOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(painter, *option, element == PE_PanelButtonCommand || !option->state.testFlag(State_AutoRaise));
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawBox(painter, option->rect, option->state.testFlag(State_HasFocus) ? theme.accent : theme.hairline,
                    theme.panel);
        return;
    case PE_FrameFocusRect:
    case PE_FrameDefaultButton:
        return;
    case PE_Frame:
        drawBox(painter, option->rect, theme.hairline, QColor());
        return;
    case PE_PanelScrollAreaCorner:
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header || header->sortIndicator == QStyleOptionHeader::None)
            return;
        painter->save();
        painter->setFont(Theme::secondary());
        painter->setPen(theme.soft);
        // As Qt names it, SortUp is the indicator of a descending order.
        painter->drawText(option->rect, Qt::AlignCenter,
                          header->sortIndicator == QStyleOptionHeader::SortUp ? QStringLiteral("▴")
                                                                              : QStringLiteral("▾"));
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(painter, *option);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderLabel(*this, painter, *header, widget);
        return;
    case CE_Splitter:
        return; // the gap itself is the handle
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (control != CC_ScrollBar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Theme &theme = themeOf(option->palette);
    const QRect slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget).adjusted(2, 2, -2, -2);
    const bool active = option->activeSubControls & SC_ScrollBarSlider;
    painter->fillRect(option->rect, theme.panel);
    drawBox(painter, slider, QColor(), active ? theme.faint : theme.hairline);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    // A bar without arrow buttons: the groove is all of it.
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int size = length;
    if (range > 0)
        size = std::clamp(int(qint64(bar->pageStep) * length / (range + bar->pageStep)), std::min(28, length), length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
    const auto piece = [&](int from, int to) {
        return horizontal ? QRect(from, 0, to - from, bar->rect.height())
                          : QRect(0, from, bar->rect.width(), to - from);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return piece(start, start + size);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + size, length);
    case SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {};
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(5, 0, -4, 0) : rect;
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const QSize plain = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {plain.width() + 8, std::max(plain.height(), 28)};
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && !button->text.isEmpty())
            return {plain.width() + 10, std::max(plain.height(), 26)};
        return plain;
    case CT_LineEdit:
        return {plain.width(), std::max(plain.height(), 28)};
    case CT_HeaderSection:
        return {plain.width(), 28};
    default:
        return plain;
    }
}

} // namespace paceline
