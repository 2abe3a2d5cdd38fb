// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/errordetail.h"

#include "widgets/format/describe.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextOption>
#include <QVBoxLayout>

namespace paceline {

ErrorDetail::ErrorDetail(const Error &error, const QString &host, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What went wrong"));
    setMinimumWidth(520);
    const ErrorText words = describe(error, host);
    m_text = words.plain() + (words.evidence.isEmpty() ? QString() : QStringLiteral("\n\n") + words.evidence);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    const auto addLabel = [&](const QString &text, const QFont &font) {
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setText(text);
        label->setFont(font);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    };
    addLabel(words.what, Theme::verdict());
    if (!words.whatToDo.isEmpty())
        addLabel(words.whatToDo, Theme::body());
    if (!words.evidence.isEmpty()) {
        auto *evidence = new QPlainTextEdit(words.evidence, this);
        evidence->setReadOnly(true);
        evidence->setFont(Theme::mono());
        evidence->setMaximumHeight(160);
        evidence->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        evidence->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        evidence->setAccessibleName(tr("What the other side said"));
        column->addWidget(evidence);
    }
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [this] { emit copyRequested(m_text); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace paceline
