// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/baselinetexts.h"
#include "widgets/pages/card.h"

#include <QStringList>

class QVBoxLayout;

namespace paceline {

/// One record: its figure, the label that must stand beside it, the citation, and all that is known of it. GUI thread;
/// the texts outlive it.
class BaselineDetails : public Card
{
    Q_OBJECT
public:
    explicit BaselineDetails(const BaselineTexts &texts, QWidget *parent = nullptr);

    /// record may be null, and is looked at during the call only.
    void setRecord(const Baseline *record);
    /// Everything that is shown, in order.
    QStringList shownTexts() const;

private:
    void clear();
    void addHeading(const QString &text);
    void addSentence(const QString &text);
    void addRow(const QString &name, const QString &value);

    const BaselineTexts &m_texts;
    QWidget *m_content;
    QVBoxLayout *m_layout;
};

} // namespace paceline
