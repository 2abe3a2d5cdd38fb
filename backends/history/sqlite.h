// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QString>
#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace paceline {

/// One connection to an SQLite database; the only place that speaks SQLite's C interface. One thread at a time.
/// Errors everywhere: DiskFull, PermissionDenied (read-only, not to be opened), Malformed (damaged, or no database),
/// TimedOut (another process holds it), Internal; detail is SQLite's own text.
class Sqlite
{
public:
    /// Waits this long for other processes.
    static constexpr int kBusyMs = 2000;

    /// A row of an answer; columns from 0. Views into it are valid within the call.
    class Row
    {
    public:
        explicit Row(sqlite3_stmt *statement)
            : m_statement(statement)
        {
        }
        bool isNull(int column) const;
        qint64 number(int column) const;
        std::optional<qint64> maybeNumber(int column) const;
        std::optional<double> maybeReal(int column) const;
        QString text(int column) const;
        QByteArrayView bytes(int column) const;

    private:
        sqlite3_stmt *m_statement;
    };

    /// Opens or makes the file; its folder must exist.
    static Result<Sqlite> open(const QString &path);
    Sqlite(Sqlite &&) noexcept;
    Sqlite &operator=(Sqlite &&) noexcept;
    ~Sqlite();

    /// Several statements without arguments.
    Result<void> script(const QByteArray &sql);
    /// One statement; sql is a string literal, whose statement is kept. args: whole numbers, double, QString,
    /// QByteArray, and std::optional of them.
    template <class... Args>
    Result<void> run(const char *sql, const Args &...args)
    {
        return query(
            sql, [](const Row &) {}, args...);
    }
    /// Calls each(row) for every row of the answer.
    template <class... Args>
    Result<void> query(const char *sql, const std::function<void(const Row &)> &each, const Args &...args)
    {
        const auto statement = prepared(sql);
        if (!statement)
            return tl::unexpected(statement.error());
        int index = 0;
        (bind(*statement, ++index, args), ...);
        return finish(*statement, each);
    }
    qint64 lastRowId() const;
    /// Rows that the last statement changed.
    qint64 changes() const;

private:
    struct Deleter
    {
        void operator()(sqlite3 *handle) const;
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit Sqlite(sqlite3 *handle);
    Error error(int code) const;
    Result<sqlite3_stmt *> prepared(const char *sql);
    Result<void> finish(sqlite3_stmt *statement, const std::function<void(const Row &)> &each);
    static void bindNumber(sqlite3_stmt *statement, int index, qint64 value);
    static void bind(sqlite3_stmt *statement, int index, double value);
    static void bind(sqlite3_stmt *statement, int index, const QString &value);
    static void bind(sqlite3_stmt *statement, int index, const QByteArray &value);
    static void bindNull(sqlite3_stmt *statement, int index);
    template <std::integral T>
    static void bind(sqlite3_stmt *statement, int index, T value)
    {
        bindNumber(statement, index, qint64(value));
    }
    template <class T>
    static void bind(sqlite3_stmt *statement, int index, const std::optional<T> &value)
    {
        value ? bind(statement, index, *value) : bindNull(statement, index);
    }

    std::unique_ptr<sqlite3, Deleter> m_handle;
    std::map<const char *, std::unique_ptr<sqlite3_stmt, Deleter>> m_statements; ///< gone before the handle
};

/// Rolled back unless commit() was called.
class SqliteTransaction
{
public:
    enum class Kind { Read, Write }; ///< Read: what others write meanwhile is not seen
    static Result<SqliteTransaction> begin(Sqlite &database, Kind kind = Kind::Write);
    SqliteTransaction(SqliteTransaction &&other) noexcept;
    SqliteTransaction &operator=(SqliteTransaction &&) = delete;
    ~SqliteTransaction();

    Result<void> commit();

private:
    explicit SqliteTransaction(Sqlite &database)
        : m_database(&database)
    {
    }
    Sqlite *m_database;
};

} // namespace paceline
