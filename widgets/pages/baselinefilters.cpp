// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/baselinefilters.h"

#include "widgets/format/units.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>

namespace paceline {

namespace {

constexpr int kMostAccelerators = 10'000'000, kNumberWidth = 76;

QString facetName(BaselineFacet facet)
{
    switch (facet) {
    case BaselineFacet::Kind:
        return BaselineFilters::tr("Part of the catalogue");
    case BaselineFacet::Benchmark:
        return BaselineFilters::tr("Benchmark");
    case BaselineFacet::Accelerator:
        return BaselineFilters::tr("Accelerator");
    case BaselineFacet::Submitter:
        return BaselineFilters::tr("Submitter or source");
    case BaselineFacet::Year:
        return BaselineFilters::tr("Year");
    case BaselineFacet::Precision:
        return BaselineFilters::tr("Precision");
    }
    return {};
}

QString anyText(BaselineFacet facet)
{
    switch (facet) {
    case BaselineFacet::Kind:
        return BaselineFilters::tr("Whole catalogue");
    case BaselineFacet::Benchmark:
        return BaselineFilters::tr("All benchmarks");
    case BaselineFacet::Accelerator:
        return BaselineFilters::tr("All accelerators");
    case BaselineFacet::Submitter:
        return BaselineFilters::tr("All sources");
    case BaselineFacet::Year:
        return BaselineFilters::tr("All years");
    case BaselineFacet::Precision:
        return BaselineFilters::tr("All precisions");
    }
    return {};
}

} // namespace

BaselineFilters::BaselineFilters(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_clear(new FlatButton(tr("Clear filters"), this))
{
    m_search->setPlaceholderText(tr("Search, for example  dgx accelerators>=64 year>2020"));
    m_search->setAccessibleName(tr("Search the baselines"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &BaselineFilters::readSearch);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_search, 1);
    top->addWidget(new QLabel(tr("Accelerators"), this));
    for (QLineEdit *edit : {m_from, m_to}) {
        edit->setValidator(new QIntValidator(1, kMostAccelerators, edit));
        edit->setFixedWidth(kNumberWidth);
        connect(edit, &QLineEdit::textChanged, this, &BaselineFilters::readScale);
        top->addWidget(edit);
    }
    m_from->setPlaceholderText(tr("from"));
    m_from->setAccessibleName(tr("Least number of accelerators"));
    m_to->setPlaceholderText(tr("to"));
    m_to->setAccessibleName(tr("Largest number of accelerators"));
    top->addWidget(m_clear);
    connect(m_clear, &FlatButton::clicked, this, &BaselineFilters::clearAll);

    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    for (std::size_t f = 0; f < m_choices.size(); ++f) {
        auto *choice = new QComboBox(this);
        m_choices[f] = choice;
        choice->setToolTip(facetName(BaselineFacet(f)));
        choice->setAccessibleName(facetName(BaselineFacet(f)));
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(8);
        choice->setMaxVisibleItems(24);
        choice->addItem(anyText(BaselineFacet(f)));
        connect(choice, &QComboBox::activated, this, [this, f](int index) {
            m_criteria.facets[f] = index > 0 ? m_offered[f][std::size_t(index - 1)].value : QString();
            emit changed();
        });
        below->addWidget(choice, 1);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_error);
    column->addLayout(below);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    setFocusProxy(m_search);
    applyTheme();
}

void BaselineFilters::offer(const BaselineModel &model)
{
    for (std::size_t f = 0; f < m_choices.size(); ++f) {
        const BaselineFacet facet{int(f)};
        auto values = model.facet(facet);
        QComboBox *choice = m_choices[f];
        if (values != m_offered[f]) {
            m_offered[f] = std::move(values);
            choice->clear();
            choice->addItem(anyText(facet));
            for (const auto &offered : m_offered[f])
                choice->addItem(
                    QStringLiteral("%1 (%2)").arg(baselineFacetText(facet, offered.value), formatCount(offered.count)));
            // The list is as wide as its words, the box as wide as there is room.
            choice->view()->setMinimumWidth(choice->view()->sizeHintForColumn(0) + 28);
        }
        int index = 0;
        for (std::size_t i = 0; i < m_offered[f].size(); ++i)
            index = m_offered[f][i].value == m_criteria.facets[f] ? int(i) + 1 : index;
        choice->setCurrentIndex(index);
    }
}

void BaselineFilters::readSearch()
{
    const auto query = BaselineQuery::parse(m_search->text());
    m_error->setText(query ? QString() : describeBaselineQuery(query.error()));
    m_error->setVisible(!query);
    if (!query)
        return;
    m_criteria.query = *query;
    emit changed();
}

void BaselineFilters::readScale()
{
    const double from = m_from->text().toDouble(), to = m_to->text().toDouble();
    m_criteria.from = from;
    m_criteria.to = to > 0 ? to : BaselineCriteria().to;
    emit changed();
}

QString BaselineFilters::searchError() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

void BaselineFilters::setFacet(BaselineFacet facet, const QString &value)
{
    m_criteria.facets[std::size_t(facet)] = value;
    emit changed();
}

void BaselineFilters::setSearchText(const QString &text)
{
    m_search->setText(text);
}

void BaselineFilters::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void BaselineFilters::clearAll()
{
    for (QLineEdit *edit : {m_search, m_from, m_to}) {
        const QSignalBlocker blocker(edit);
        edit->clear();
    }
    m_error->hide();
    m_criteria = {};
    emit changed();
}

void BaselineFilters::applyTheme()
{
    QPalette colors = m_error->palette();
    colors.setColor(QPalette::WindowText, themeOf(palette()).attention);
    m_error->setPalette(colors);
    m_error->setFont(Theme::secondary());
}

void BaselineFilters::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

} // namespace paceline
