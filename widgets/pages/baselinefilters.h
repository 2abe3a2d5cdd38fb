// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/baselinemodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace paceline {

class FlatButton;

/// What the records are chosen by: a search in the filter language, the scale from and to, and one choice for each
/// facet with the numbers of records behind its values. GUI thread; owned by its page.
class BaselineFilters : public QWidget
{
    Q_OBJECT
public:
    explicit BaselineFilters(QWidget *parent = nullptr);

    /// Offers what occurs in the model. Emits nothing.
    void offer(const BaselineModel &model);
    const BaselineCriteria &criteria() const { return m_criteria; }
    void setFacet(BaselineFacet facet, const QString &value);
    void setSearchText(const QString &text);
    void focusSearch();
    void clearAll();
    /// What is wrong with the search, in words; empty: nothing.
    QString searchError() const;

    QComboBox *choice(BaselineFacet facet) const { return m_choices[std::size_t(facet)]; }

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void readSearch();
    void readScale();
    void applyTheme();

    BaselineCriteria m_criteria;
    QLineEdit *m_search, *m_from, *m_to;
    QLabel *m_error;
    FlatButton *m_clear;
    std::array<QComboBox *, kBaselineFacets> m_choices;
    std::array<std::vector<BaselineModel::FacetValue>, kBaselineFacets> m_offered;
};

} // namespace paceline
