#pragma once

#include "series/language.h"
#include "theme/appearance.h"

#include <QAbstractItemModel>
#include <QJsonObject>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace weekboard
{

/// What a figure of a file would do to the store.
enum class ImportState { fresh, changed, blank, left };

/// A figure that is not what the store has already.
struct ImportCell {
    ImportState state = ImportState::fresh;
    QString key;   ///< as the verb's choices name it: `miit.dou@2026-02-28`
    QString label; ///< the period; in a list the security
    std::optional<double> before;
    std::optional<double> now;
    QString place; ///< `B12`
    bool is_taken = true;
};

/// A series of a file, or a list of changes, with what would become of it.
struct ImportEntry {
    QString file;
    QString code;
    QString name;
    QString unit; ///< and, where the file counts otherwise, an example of both
    bool is_list = false;
    int fresh = 0;
    int same = 0;
    int changed = 0;
    int blank = 0;
    int more = 0; ///< figures that are not listed one by one
    QStringList findings;
    std::vector<ImportCell> cells;
};

/// Series with their figures below them, each to be taken or left.
class ImportModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { what, state, before, now, unit, place, column_count };

    explicit ImportModel(const Appearance& appearance, QObject* parent = nullptr);

    /// Shows what the verb `import --dry-run --json --cells` printed. What was taken or left before
    /// stays so.
    void show_comparison(const QJsonObject& outcome);

    /// What is taken and left, as the verb's `--choices` have it. `is_correction`: changed figures
    /// are put right in their own vintage.
    [[nodiscard]] QJsonObject choices(bool is_correction) const;

    /// Takes all changed figures, or leaves them.
    void take_changes(bool taken);

    /// Figures that would be written.
    [[nodiscard]] int taken() const;
    [[nodiscard]] int changes() const;

    [[nodiscard]] const std::vector<ImportEntry>& entries() const { return entries_; }

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    [[nodiscard]] const ImportEntry& entry_of(const QModelIndex& index) const;
    /// Null for a series itself, and for the row that counts what is not listed.
    [[nodiscard]] const ImportCell* cell_of(const QModelIndex& index) const;

signals:
    void choice_changed();

private:
    [[nodiscard]] QVariant data_of(const ImportEntry& entry, int column) const;
    [[nodiscard]] QVariant data_of(const ImportCell& cell, int column) const;
    [[nodiscard]] Qt::CheckState check_of(const ImportEntry& entry) const;
    void tell_changed(int entry);

    const Appearance& appearance_;
    std::vector<ImportEntry> entries_;
};

/// Shows figures of one state, of series whose name or code has a text.
class ImportFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// No state: all of them.
    void set_state(std::optional<ImportState> state);
    void set_only_findings(bool only);
    void set_text(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<ImportState> state_;
    bool only_findings_ = false;
    QString text_;
};

} // namespace weekboard
