// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/benchmarkchooser.h"

#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleValidator>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace paceline {

namespace {

/// An entry's data: invalid for what is guessed, else what is chosen.
void select(QComboBox &box, const std::optional<QVariant> &chosen)
{
    const int at = chosen ? box.findData(*chosen) : 0;
    box.setCurrentIndex(std::max(at, 0));
}

} // namespace

BenchmarkChooser::BenchmarkChooser(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 2, 8, 6);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_benchmark = addCombo(tr("Compare with"));
    m_accelerator = addCombo(tr("Accelerator"));
    m_size = new QLineEdit(this);
    m_size->setFont(Theme::secondary());
    m_size->setPlaceholderText(tr("as guessed"));
    m_size->setToolTip(tr("Parameters of a language model, in billions"));
    auto *validator = new QDoubleValidator(0.001, 100'000, 4, m_size);
    validator->setLocale(QLocale::c());
    m_size->setValidator(validator);
    connect(m_size, &QLineEdit::editingFinished, this, &BenchmarkChooser::choose);
    auto *label = new QLabel(tr("Parameters (B)"), this);
    label->setFont(Theme::secondary());
    form->addRow(label, m_size);
    m_scope = addCombo(tr("Log's rate is of"));
    for (const QComboBox *box : {m_benchmark, m_accelerator, m_scope})
        connect(box, &QComboBox::activated, this, &BenchmarkChooser::choose);
    fill();
}

QComboBox *BenchmarkChooser::addCombo(const QString &name)
{
    auto *box = new QComboBox(this);
    box->setFont(Theme::secondary());
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    auto *label = new QLabel(name, this);
    label->setFont(Theme::secondary());
    static_cast<QFormLayout *>(layout())->addRow(label, box);
    return box;
}

void BenchmarkChooser::setLists(const BenchmarkLists &lists)
{
    if (lists == m_lists)
        return;
    m_lists = lists;
    fill();
}

void BenchmarkChooser::setView(const BenchmarkView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    fill();
}

void BenchmarkChooser::fill()
{
    if (m_benchmark->view()->isVisible() || m_accelerator->view()->isVisible() || m_size->hasFocus())
        return; // somebody is choosing
    const BenchmarkChoice &choice = m_view.choice;
    const QString guessed = tr("as guessed");
    m_benchmark->clear();
    m_benchmark->addItem(guessed);
    m_benchmark->addItem(tr("nothing"), QString());
    for (const auto &[key, name] : std::as_const(m_lists.benchmarks))
        m_benchmark->addItem(name, key);
    select(*m_benchmark, choice.benchmark ? std::optional<QVariant>(*choice.benchmark) : std::nullopt);
    m_accelerator->clear();
    m_accelerator->addItem(guessed);
    for (const auto &[key, name] : std::as_const(m_lists.accelerators))
        m_accelerator->addItem(name, key);
    select(*m_accelerator, choice.accelerator ? std::optional<QVariant>(*choice.accelerator) : std::nullopt);
    m_scope->clear();
    m_scope->addItem(guessed);
    m_scope->addItem(tr("the whole job"), int(RateScope::WholeJob));
    m_scope->addItem(tr("one accelerator"), int(RateScope::PerAccelerator));
    select(*m_scope, choice.scope ? std::optional<QVariant>(int(*choice.scope)) : std::nullopt);
    m_size->setText(choice.parametersBillion ? QString::number(*choice.parametersBillion) : QString());
}

void BenchmarkChooser::choose()
{
    BenchmarkChoice choice;
    if (m_benchmark->currentData().isValid())
        choice.benchmark = m_benchmark->currentData().toString();
    if (m_accelerator->currentData().isValid())
        choice.accelerator = m_accelerator->currentData().toString();
    if (m_scope->currentData().isValid())
        choice.scope = RateScope(m_scope->currentData().toInt());
    if (const double billion = m_size->text().toDouble(); billion > 0)
        choice.parametersBillion = billion;
    if (choice != m_view.choice)
        emit chosen(choice);
}

} // namespace paceline
