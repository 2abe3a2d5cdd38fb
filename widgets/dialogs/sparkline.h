// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace paceline {

/// A small curve of values in the order in which they stand, with the least and the greatest beside it. GUI thread.
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);
    void setValues(std::vector<double> values);
    std::size_t count() const { return m_values.size(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<double> m_values;
};

} // namespace paceline
