// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QWidget>
#include <vector>

namespace paceline {

/// The GPUs of one node side by side: for each what it does, holds, draws and how warm it is, as bars with their
/// values, and in words what slows it. GUI thread.
class GpuCards : public QWidget
{
    Q_OBJECT
public:
    struct Bar
    {
        QString name, value;
        double share = 0; ///< of the whole, 0 to 1; NaN: no bar
        Mood mood = Mood::Well;
        friend bool operator==(const Bar &a, const Bar &b)
        {
            return a.name == b.name && a.value == b.value && a.mood == b.mood &&
                   (a.share == b.share || (a.share != a.share && b.share != b.share));
        }
    };
    struct Gpu
    {
        QString title, model;
        std::vector<Bar> bars;
        QStringList notes; ///< why its clocks are held down, what runs on it; attention before the rest
        Mood mood = Mood::Well;
        friend bool operator==(const Gpu &, const Gpu &) = default;
    };

    explicit GpuCards(QWidget *parent = nullptr);

    void setGpus(std::vector<Gpu> gpus);
    const std::vector<Gpu> &gpus() const { return m_gpus; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {800, heightForWidth(800)}; }
    QSize minimumSizeHint() const override { return {kLeastWidth, cardHeight()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int kLeastWidth = 200;
    int columnsIn(int width) const;
    int cardHeight() const;
    void paintCard(QPainter &painter, const QRect &card, const Gpu &gpu) const;
    void paintBar(QPainter &painter, const QRect &row, const Bar &bar) const;

    std::vector<Gpu> m_gpus;
};

} // namespace paceline
