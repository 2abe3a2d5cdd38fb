// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/baselinedetails.h"

#include "backends/core/text.h"
#include "widgets/format/publishedtext.h"
#include "widgets/models/baselinecells.h"
#include "widgets/pages/baselinewords.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace paceline {

namespace {

constexpr int kNameWidth = 112, kLongest = 600;

/// What stands above the rows already, or says nothing to a person.
bool isToldElsewhere(const QString &name)
{
    static const QStringList kElsewhere{QStringLiteral("value"),
                                        QStringLiteral("unit"),
                                        QStringLiteral("note"),
                                        QStringLiteral("benchmark"),
                                        QStringLiteral("accelerator_key"),
                                        QStringLiteral("accelerator_family"),
                                        QStringLiteral("precision_key")};
    return kElsewhere.contains(name);
}

} // namespace

BaselineDetails::BaselineDetails(const BaselineTexts &texts, QWidget *parent)
    : Card(parent)
    , m_texts(texts)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
{
    m_layout->setContentsMargins(10, 6, 10, 6);
    m_layout->setSpacing(4);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(4, 4, 4, 4);
    outer->addWidget(area);
    setRecord(nullptr);
}

void BaselineDetails::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void BaselineDetails::addHeading(const QString &text)
{
    auto *label = new QLabel(text, m_content);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(0, m_layout->count() > 0 ? 6 : 0, 0, 0);
    m_layout->addWidget(label);
}

void BaselineDetails::addSentence(const QString &text)
{
    if (text.isEmpty())
        return;
    auto *label = new QLabel(text, m_content);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(Theme::secondary());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // An address without blanks would make the card as wide as itself.
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_layout->addWidget(label);
}

void BaselineDetails::addRow(const QString &name, const QString &value)
{
    auto *row = new QWidget(m_content);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *left = new QLabel(name, row), *right = new QLabel(value, row);
    for (QLabel *label : {left, right}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(Theme::secondary());
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    left->setFixedWidth(kNameWidth);
    left->setForegroundRole(QPalette::PlaceholderText);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    right->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(left);
    layout->addWidget(right, 1);
    m_layout->addWidget(row);
}

void BaselineDetails::setRecord(const Baseline *record)
{
    clear();
    if (!record) {
        addSentence(tr("Choose a record: its figure, its citation and all that is known of it stand here."));
        m_layout->addStretch(1);
        return;
    }
    const QString unit = record->unit.value_or(QString());
    addHeading(record->value ? QStringLiteral("%1: %2").arg(benchmarkText(record->benchmark),
                                                            baselineValueText(*record->value, unit))
                             : benchmarkText(record->benchmark));
    if (const QString label = m_texts.requiredLabel(*record); !label.isEmpty())
        addSentence(QStringLiteral("▲ ") + label);
    if (record->mlperf.carriedOverFrom)
        addSentence(tr("The same runs as a record of an earlier round: left out of curves."));
    addSentence(displayText(record->note.value_or(QString()), kLongest));
    addHeading(tr("Citation"));
    addSentence(displayText(m_texts.citation(*record), 2 * kLongest));
    addHeading(tr("All that is known"));
    for (const NamedValue &field : m_texts.fields(*record)) {
        if (!isToldElsewhere(field.name) && field.text)
            addRow(baselineFieldText(field.name), displayText(*field.text, kLongest));
    }
    addSentence(m_texts.trademark(*record));
    m_layout->addStretch(1);
}

QStringList BaselineDetails::shownTexts() const
{
    QStringList all;
    for (const QLabel *label : m_content->findChildren<QLabel *>()) {
        if (!label->isHidden() && !label->parentWidget()->isHidden())
            all.append(label->text());
    }
    return all;
}

} // namespace paceline
