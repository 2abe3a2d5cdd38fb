// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/scalingline.h"
#include "widgets/pages/card.h"

#include <QStringList>

class QLabel;
class QVBoxLayout;

namespace paceline {

/// What was found in one line, in words: which law and why, its parameters with their intervals, what is foretold, how
/// the other laws fared, and what a reader must know. GUI thread.
class ScalingFindings : public Card
{
    Q_OBJECT
public:
    explicit ScalingFindings(QWidget *parent = nullptr);

    void setLine(const ScalingLinePtr &line);
    /// Everything that is shown, in order.
    QStringList texts() const;

private:
    void clear();
    void addHeading(const QString &text);
    void addSentence(const QString &text);
    void addRow(const QString &left, const QString &right, const QString &interval, const QString &toolTip);
    void addParameters(const ScalingAnalysis &found);
    void addForecasts(const ScalingAnalysis &found);
    void addLimits(const ScalingAnalysis &found);
    void addCandidates(const ScalingAnalysis &found);

    ScalingLinePtr m_line;
    QWidget *m_content;
    QVBoxLayout *m_layout;
};

} // namespace paceline
