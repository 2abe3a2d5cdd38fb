// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace paceline {

/// One line under the verdict: a name in bold, facts after it, and the age of what is shown. GUI thread.
class FactsLine : public QWidget
{
    Q_OBJECT
public:
    explicit FactsLine(QWidget *parent = nullptr);
    /// Plain text.
    void setFacts(const QString &name, const QString &facts);
    /// isOld: the age itself is the news.
    void setAge(const QString &age, bool isOld);
    const QString &text() const { return m_facts; }
    const QString &age() const { return m_age; }
    QSize sizeHint() const override { return {300, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name, m_facts, m_age;
    bool m_isOld = false;
};

} // namespace paceline
