// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paceline {

/// The statements on the records of a run: those of its log, or of a file beside it. "run" is the id of the one or the
/// other.
struct RunTables
{
    const char *clearMetrics, *clearPoints, *clearJournal;
    const char *dropPoints, *dropJournal; ///< of one chunk
    const char *putMetric, *putPoint, *putJournal;
    const char *metrics, *points, *journal;
};

constexpr RunTables kLogTables = {
    .clearMetrics = "DELETE FROM metrics WHERE run = ?",
    .clearPoints = "DELETE FROM points WHERE run = ?",
    .clearJournal = "DELETE FROM journal WHERE run = ?",
    .dropPoints = "DELETE FROM points WHERE run = ? AND chunk = ?",
    .dropJournal = "DELETE FROM journal WHERE run = ? AND chunk = ?",
    .putMetric = "INSERT OR REPLACE INTO metrics (run, number, name, unit) VALUES (?, ?, ?, ?)",
    .putPoint = "INSERT INTO points (run, chunk, col, data) VALUES (?, ?, ?, ?)",
    .putJournal = "INSERT INTO journal (run, chunk, first, data) VALUES (?, ?, ?, ?)",
    .metrics = "SELECT number, name, unit FROM metrics WHERE run = ? ORDER BY number",
    .points = "SELECT chunk, col, data FROM points WHERE run = ? ORDER BY chunk",
    .journal = "SELECT chunk, first, data FROM journal WHERE run = ? ORDER BY chunk, first",
};

constexpr RunTables kFileTables = {
    .clearMetrics = "DELETE FROM beside_metrics WHERE run = ?",
    .clearPoints = "DELETE FROM beside_points WHERE run = ?",
    .clearJournal = "DELETE FROM beside_journal WHERE run = ?",
    .dropPoints = "DELETE FROM beside_points WHERE run = ? AND chunk = ?",
    .dropJournal = "DELETE FROM beside_journal WHERE run = ? AND chunk = ?",
    .putMetric = "INSERT OR REPLACE INTO beside_metrics (run, number, name, unit) VALUES (?, ?, ?, ?)",
    .putPoint = "INSERT INTO beside_points (run, chunk, col, data) VALUES (?, ?, ?, ?)",
    .putJournal = "INSERT INTO beside_journal (run, chunk, first, data) VALUES (?, ?, ?, ?)",
    .metrics = "SELECT number, name, unit FROM beside_metrics WHERE run = ? ORDER BY number",
    .points = "SELECT chunk, col, data FROM beside_points WHERE run = ? ORDER BY chunk",
    .journal = "SELECT chunk, first, data FROM beside_journal WHERE run = ? ORDER BY chunk, first",
};

} // namespace paceline
