// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/publishedrate.h"

#include <QWidget>
#include <utility>

class QComboBox;
class QLineEdit;

namespace paceline {

/// What a job can be compared with: keys of the catalogue and their names.
struct BenchmarkLists
{
    QList<std::pair<QString, QString>> benchmarks, accelerators;

    friend bool operator==(const BenchmarkLists &, const BenchmarkLists &) = default;
};

/// Corrects what was guessed of a job: its benchmark, accelerator, size of the model and what the log's rate counts.
/// GUI thread.
class BenchmarkChooser : public QWidget
{
    Q_OBJECT
public:
    explicit BenchmarkChooser(QWidget *parent = nullptr);
    void setLists(const BenchmarkLists &lists);
    void setView(const BenchmarkView &view);

signals:
    /// All choices that hold for the job now.
    void chosen(const paceline::BenchmarkChoice &choice);

private:
    QComboBox *addCombo(const QString &name);
    void fill();
    void choose();

    BenchmarkLists m_lists;
    BenchmarkView m_view;
    QComboBox *m_benchmark, *m_accelerator, *m_scope;
    QLineEdit *m_size;
};

} // namespace paceline
