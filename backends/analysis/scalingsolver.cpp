// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scalingsolver.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_multifit_nlinear.h>

namespace paceline {

namespace {

template <auto Free>
struct Freed
{
    template <class T>
    void operator()(T *handle) const
    {
        Free(handle);
    }
};
using Vector = std::unique_ptr<gsl_vector, Freed<gsl_vector_free>>;
using Matrix = std::unique_ptr<gsl_matrix, Freed<gsl_matrix_free>>;
using Linear = std::unique_ptr<gsl_multifit_linear_workspace, Freed<gsl_multifit_linear_free>>;
using NonLinear = std::unique_ptr<gsl_multifit_nlinear_workspace, Freed<gsl_multifit_nlinear_free>>;

/// Of a step that leaves the curve without a positive value: so far off that it is taken back.
constexpr double kFarOff = 1e3;

/// The sums that are to become 1. Read in place: the library's own access to a cell is a call.
struct Problem
{
    const double *functions; ///< a row for each sample
    const double *known;
    std::size_t columns;
};

double sum(const Problem &problem, const double *weights, std::size_t i)
{
    double sum = problem.known[i];
    for (std::size_t j = 0; j < problem.columns; ++j)
        sum += weights[j] * problem.functions[i * problem.columns + j];
    return sum;
}

int residuals(const gsl_vector *weights, void *data, gsl_vector *f)
{
    const auto &problem = *static_cast<const Problem *>(data);
    for (std::size_t i = 0; i < f->size; ++i) {
        const double s = sum(problem, weights->data, i);
        f->data[i * f->stride] = s > 0 ? std::log(s) : kFarOff;
    }
    return GSL_SUCCESS;
}

int jacobian(const gsl_vector *weights, void *data, gsl_matrix *rows)
{
    const auto &problem = *static_cast<const Problem *>(data);
    for (std::size_t i = 0; i < rows->size1; ++i) {
        const double s = sum(problem, weights->data, i);
        for (std::size_t j = 0; j < problem.columns; ++j)
            rows->data[i * rows->tda + j] = s > 0 ? problem.functions[i * problem.columns + j] / s : 0;
    }
    return GSL_SUCCESS;
}

} // namespace

/// Room for fits of one size.
struct ScalingSolver::Room
{
    Vector weights, rest;
    Matrix covariance;
    Linear linear;
    NonLinear nonLinear;

    bool isWhole() const { return weights && rest && covariance && linear && nonLinear; }
};

/// One for every number of free weights.
struct ScalingSolver::Work
{
    Room rooms[kMaxWeights];

    Room &room(std::size_t count, std::size_t weights)
    {
        Room &room = rooms[weights - 1];
        if (room.weights)
            return room;
        // The library would end the program at an error; here every call is looked at.
        static const bool isOff = (gsl_set_error_handler_off(), true);
        static_cast<void>(isOff);
        room.weights.reset(gsl_vector_alloc(weights));
        room.rest.reset(gsl_vector_alloc(count));
        room.covariance.reset(gsl_matrix_alloc(weights, weights));
        room.linear.reset(gsl_multifit_linear_alloc(count, weights));
        gsl_multifit_nlinear_parameters parameters = gsl_multifit_nlinear_default_parameters();
        parameters.solver = gsl_multifit_nlinear_solver_cholesky; // columns of one size, three at most
        room.nonLinear.reset(gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &parameters, count, weights));
        return room;
    }
};

ScalingSolver::ScalingSolver(const ScalingCurve &curve, std::span<const ScalingSample> samples)
    : m_curve(curve)
    , m_count(samples.size())
    , m_weights(curve.weights())
    , m_functions(m_count * m_weights)
    , m_known(m_count)
    , m_relative(m_count * m_weights)
    , m_relativeKnown(m_count)
    , m_work(std::make_unique<Work>())
{
    for (std::size_t i = 0; i < m_count; ++i) {
        const Weights functions = curve.functions(samples[i].scale);
        std::copy_n(functions.begin(), m_weights, m_functions.begin() + std::ptrdiff_t(i * m_weights));
        m_known[i] = curve.known(samples[i].scale);
        setThroughput(i, samples[i].throughput);
    }
}

ScalingSolver::~ScalingSolver() = default;

void ScalingSolver::setThroughput(std::size_t i, double throughput)
{
    const double factor = m_curve.isInverse() ? throughput : 1 / throughput;
    for (std::size_t j = 0; j < m_weights; ++j)
        m_relative[i * m_weights + j] = m_functions[i * m_weights + j] * factor;
    m_relativeKnown[i] = m_known[i] * factor;
}

SolvedCurve ScalingSolver::free()
{
    const int states[kMaxWeights] = {};
    return solve({states, m_weights}, nullptr);
}

SolvedCurve ScalingSolver::free(std::span<const double> throughputs, const Weights &start)
{
    for (std::size_t i = 0; i < m_count; ++i)
        setThroughput(i, throughputs[i]);
    const int states[kMaxWeights] = {};
    return solve({states, m_weights}, &start);
}

namespace {

constexpr int kFree = 0, kLow = 1, kHigh = 2;

bool isWithin(const ScalingCurve &curve, const Weights &weights)
{
    constexpr double kRounding = 1e-9;
    for (std::size_t i = 1; i < curve.weights(); ++i) {
        if (weights[i] < 0 || weights[i] > curve.bound(i) * weights[0] * (1 + kRounding))
            return false;
    }
    return weights[0] > 0;
}

} // namespace

SolvedCurve ScalingSolver::bounded()
{
    SolvedCurve best = free();
    if (best.isSolved && isWithin(m_curve, best.weights))
        return best;
    best = {};
    // A few weights only: every way to hold some of them at a bound is tried.
    std::size_t ways = 1;
    for (std::size_t i = 1; i < m_weights; ++i)
        ways *= 3;
    for (std::size_t way = 1; way < ways; ++way) {
        int states[kMaxWeights] = {};
        bool isPossible = true;
        for (std::size_t i = 1, rest = way; i < m_weights; ++i, rest /= 3) {
            states[i] = int(rest % 3);
            isPossible = isPossible && (states[i] != kHigh || std::isfinite(m_curve.bound(i)));
        }
        if (!isPossible)
            continue;
        const SolvedCurve solved = solve({states, m_weights}, nullptr);
        if (solved.isSolved && isWithin(m_curve, solved.weights) && (!best.isSolved || solved.squares < best.squares))
            best = solved;
    }
    return best;
}

std::size_t ScalingSolver::fold(std::span<const int> states)
{
    std::size_t columns = 0;
    for (std::size_t j = 0; j < m_weights; ++j)
        m_columnOf[j] = states[j] == kFree ? columns++ : 0;
    m_folded.assign(m_count * columns, 0);
    for (std::size_t j = 0; j < m_weights; ++j) {
        const double share = states[j] == kFree ? 1 : states[j] == kLow ? 0 : m_curve.bound(j);
        for (std::size_t i = 0; share > 0 && i < m_count; ++i)
            m_folded[i * columns + m_columnOf[j]] += share * m_relative[i * m_weights + j];
    }
    // Functions differ by powers of ten; of one size they do the solver no harm.
    for (std::size_t j = 0; j < columns; ++j) {
        double squares = 0;
        for (std::size_t i = 0; i < m_count; ++i)
            squares += m_folded[i * columns + j] * m_folded[i * columns + j];
        m_size[j] = std::sqrt(squares);
        if (!(m_size[j] > 0) || !std::isfinite(m_size[j]))
            return 0;
        for (std::size_t i = 0; i < m_count; ++i)
            m_folded[i * columns + j] /= m_size[j];
    }
    return columns;
}

/// Where a fit begins: where it is told, or at the best sums themselves instead of their logarithms.
bool ScalingSolver::begin(Room &room, std::size_t columns, const Weights *start) const
{
    if (start) {
        for (std::size_t j = 0; j < m_weights; ++j)
            gsl_vector_set(room.weights.get(), m_columnOf[j], (*start)[j] * m_size[m_columnOf[j]]);
    } else {
        gsl_matrix_const_view functions = gsl_matrix_const_view_array(m_folded.data(), m_count, columns);
        for (std::size_t i = 0; i < m_count; ++i)
            gsl_vector_set(room.rest.get(), i, 1 - m_relativeKnown[i]);
        double squares = 0;
        if (gsl_multifit_linear(&functions.matrix, room.rest.get(), room.weights.get(), room.covariance.get(), &squares,
                                room.linear.get()) != GSL_SUCCESS)
            return false;
    }
    const Problem problem{m_folded.data(), m_relativeKnown.data(), columns};
    bool isPositive = true;
    for (std::size_t i = 0; i < m_count; ++i)
        isPositive = isPositive && sum(problem, room.weights->data, i) > 0;
    if (!isPositive) {
        // The first function alone is positive everywhere.
        gsl_vector_set_zero(room.weights.get());
        gsl_vector_set(room.weights.get(), 0, std::sqrt(double(m_count)));
    }
    return true;
}

SolvedCurve ScalingSolver::solve(std::span<const int> states, const Weights *start)
{
    const std::size_t columns = fold(states);
    if (columns == 0 || m_count < columns)
        return {};
    Room &room = m_work->room(m_count, columns);
    if (!room.isWhole() || !begin(room, columns, start))
        return {};
    Problem problem{m_folded.data(), m_relativeKnown.data(), columns};
    gsl_multifit_nlinear_fdf functions{};
    functions.f = residuals;
    functions.df = jacobian;
    functions.n = m_count;
    functions.p = columns;
    functions.params = &problem;
    if (gsl_multifit_nlinear_init(room.weights.get(), &functions, room.nonLinear.get()) != GSL_SUCCESS)
        return {};
    constexpr std::size_t kMaxSteps = 60;
    constexpr double kStep = 1e-7, kGradient = 1e-10;
    int why = 0;
    const int status =
        gsl_multifit_nlinear_driver(kMaxSteps, kStep, kGradient, 0, nullptr, nullptr, &why, room.nonLinear.get());
    // "No progress" is what it says of a fit that cannot become better.
    if (status != GSL_SUCCESS && status != GSL_ENOPROG && status != GSL_EMAXITER)
        return {};
    const gsl_vector *solution = gsl_multifit_nlinear_position(room.nonLinear.get());
    const gsl_vector *left = gsl_multifit_nlinear_residual(room.nonLinear.get());
    SolvedCurve solved;
    gsl_blas_ddot(left, left, &solved.squares);
    for (std::size_t j = 0; j < m_weights; ++j) {
        const double weight = gsl_vector_get(solution, m_columnOf[j]) / m_size[m_columnOf[j]];
        solved.weights[j] = states[j] == kFree ? weight : states[j] == kLow ? 0 : m_curve.bound(j) * weight;
    }
    solved.isSolved = std::isfinite(solved.squares) && solved.squares < kFarOff * kFarOff;
    return solved;
}

} // namespace paceline
