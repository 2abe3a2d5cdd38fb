// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scalarlines.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace paceline::cli {
namespace {

using Json = nlohmann::ordered_json;

QByteArray line(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// JSON knows no such numbers; they are told as words.
Json number(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return value;
}

Json pointOf(const events::ScalarPoint &point)
{
    const Json wallTime = std::isnan(point.wallTime) ? Json() : number(point.wallTime);
    return Json::array({point.step, wallTime, number(point.value)});
}

const char *kindWord(events::ScalarKind kind)
{
    switch (kind) {
    case events::ScalarKind::Simple:
        return "simple";
    case events::ScalarKind::Tensor:
        return "tensor";
    case events::ScalarKind::History:
        return "history";
    }
    return "simple";
}

const char *problemWord(events::ProblemKind kind)
{
    switch (kind) {
    case events::ProblemKind::FileHead:
        return "file_head";
    case events::ProblemKind::Length:
        return "length";
    case events::ProblemKind::Checksum:
        return "checksum";
    case events::ProblemKind::Message:
        return "message";
    case events::ProblemKind::TooLarge:
        return "too_large";
    case events::ProblemKind::Order:
        return "order";
    }
    return "checksum";
}

} // namespace

QByteArray curveLine(const events::ScalarCurve &curve, const QString &run, CurvePoints points)
{
    // Values that are no numbers take no part in the extremes, unless there are no others.
    double least = NAN, most = NAN;
    for (const events::ScalarPoint &point : curve.points) {
        least = std::fmin(least, point.value);
        most = std::fmax(most, point.value);
    }
    Json json;
    if (!run.isEmpty())
        json["run"] = run.toStdString();
    json["tag"] = curve.tag.toStdString();
    json["kind"] = kindWord(curve.kind);
    json["count"] = curve.points.size();
    json["first"] = pointOf(curve.points.front());
    json["last"] = pointOf(curve.points.back());
    json["min"] = number(least);
    json["max"] = number(most);
    json["steps_go_back"] = curve.stepsGoBack;
    json["repeated_steps"] = curve.repeatedSteps;
    json["replaced"] = curve.points.size() - curve.kept.size();
    if (points == CurvePoints::Printed) {
        Json all = Json::array();
        for (const events::ScalarPoint &point : curve.points)
            all.push_back(pointOf(point));
        json["points"] = std::move(all);
    }
    return line(json);
}

QByteArray scalarFileLine(const ScalarFile &file)
{
    if (file.problems.empty() && !file.exit && file.summary.empty())
        return {};
    Json json;
    json["tag"] = nullptr; // lines of curves have one
    json["file"] = file.path.toStdString();
    json["records"] = file.records;
    if (file.problemCount > 0) {
        json["problem_count"] = file.problemCount;
        for (const events::Problem &problem : file.problems)
            json["problems"].push_back({{"offset", problem.offset}, {"problem", problemWord(problem.kind)}});
    }
    if (file.exit) {
        json["exit_code"] = file.exit->code;
        json["runtime_s"] = file.exit->runtimeS;
    }
    Json summary = Json::object();
    for (const auto &[key, text] : file.summary) {
        Json value = Json::parse(text, nullptr, false);
        summary[key] = value.is_discarded() ? Json(text) : std::move(value);
    }
    if (!summary.empty())
        json["summary"] = std::move(summary);
    return line(json);
}

} // namespace paceline::cli
