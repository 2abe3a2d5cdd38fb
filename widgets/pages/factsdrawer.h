// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>
#include <utility>

class QGridLayout;
class QScrollArea;

namespace paceline {

/// Facts about one job as names and values that can be selected and copied. GUI thread.
class FactsDrawer : public QWidget
{
    Q_OBJECT
public:
    /// An empty name begins a section whose title is the value.
    using Facts = QList<std::pair<QString, QString>>;

    explicit FactsDrawer(QWidget *parent = nullptr);
    /// Plain text, shown as it is.
    void setFacts(const Facts &facts);
    const Facts &facts() const { return m_facts; }

signals:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();

    Facts m_facts;
    QScrollArea *m_area;
};

} // namespace paceline
