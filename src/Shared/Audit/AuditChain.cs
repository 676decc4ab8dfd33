using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Modular.Shared;

public enum AuditFaultKind
{
    /// <summary>What stands there is not what was sealed.</summary>
    Changed,

    /// <summary>Sealed lines are gone.</summary>
    Missing,

    /// <summary>A line that the platform did not write, or wrote elsewhere: slipped in between sealed ones, or sealed unawares.</summary>
    Extra,

    /// <summary>The chain holds in itself, but is not the one that an earlier verification saw.</summary>
    Rewritten,
}

/// <param name="From">First place in the chain that it concerns.</param>
/// <param name="To">Last place.</param>
/// <param name="Sequence">The line found there; null where it is missing.</param>
public sealed record AuditFault(AuditFaultKind Kind, long From, long To, long? Sequence, DateTimeOffset? At, string? AccountName, string? Action);

/// <summary>The end of the chain as it was seen: a later look must find the same seal at the same place.</summary>
public sealed record AuditHead(long Place, string Seal)
{
    /// <summary>Whoever seals writes down the end of the chain here.</summary>
    internal const string LeaseName = "audit-seal";

    internal static AuditHead? Read(string? text) =>
        text?.Split(' ') is [var place, var seal] && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new AuditHead(number, seal) : null;

    public override string ToString() => $"{Place.ToString(CultureInfo.InvariantCulture)} {Seal}";
}

/// <param name="Lines">Sealed lines that were looked at.</param>
/// <param name="FaultCount">All of them; <paramref name="Faults"/> are the first.</param>
/// <param name="NotSealed">Lines of the last moments, which no seal covers yet.</param>
/// <param name="Known">The end that the verification before this one saw.</param>
public sealed record AuditVerdict(bool Holds, long Lines, long FaultCount, IReadOnlyList<AuditFault> Faults, long NotSealed, AuditHead? Head, AuditHead? Known);

/// <summary>Walks a module's audit trail from its beginning and says which line was changed, removed or slipped in (X-2, R6).</summary>
public sealed class AuditChain(AuditKey key, IReadOnlyDictionary<string, long> copied, AuditHead? known)
{
    public const int FaultsKept = 100;

    readonly List<AuditFault> _faults = [];
    long _faultCount;
    long _lines;
    long _last;
    // How far places are off what they were when they were sealed, where somebody numbered the lines anew.
    long _shift;
    string _seal = "";
    (AuditEntry Entry, string Before)? _suspect;
    bool _knownSeen;

    public static async Task<AuditVerdict> Verify(ModuleDbContext db, AuditHead? known, Func<long, CancellationToken, Task>? report, CancellationToken ct)
    {
        // Of lines with one mark only the first is the platform's.
        var copied = await db.Audit.Where(e => e.Mark != null).GroupBy(e => e.Mark!).Where(same => same.Count() > 1).Select(same => new { same.Key, First = same.Min(e => e.Sequence) })
            .ToDictionaryAsync(same => same.Key, same => same.First, StringComparer.Ordinal, ct);
        var chain = new AuditChain(db.AuditKey, copied, known);
        await foreach (var entry in db.Audit.AsNoTracking().Where(e => e.SealedAs != null).OrderBy(e => e.SealedAs).AsAsyncEnumerable().WithCancellation(ct))
        {
            chain.Take(entry);
            if (report is not null && chain._lines % 2000 == 0) await report(chain._lines, ct);
        }

        return chain.Conclude(await db.Audit.LongCountAsync(e => e.SealedAs == null, ct));
    }

    void Take(AuditEntry entry)
    {
        _lines++;
        var place = entry.SealedAs!.Value;
        if (known is not null && place == known.Place)
        {
            _knownSeen = true;
            if (entry.Seal != known.Seal) Fault(AuditFaultKind.Rewritten, entry);
        }

        if (place != _last + 1)
        {
            Settle();
            if (place > _last + 1) Fault(new AuditFault(AuditFaultKind.Missing, _last + 1, place - 1, null, null, null, null));
            else Fault(AuditFaultKind.Extra, entry);
            // Whatever its predecessor was is gone: it stands as it is, and those after it are held to it.
            (_last, _seal) = (place, entry.Seal ?? "");
            if (!Made(entry)) Fault(AuditFaultKind.Changed, entry);
            return;
        }

        _last = place;
        if (_suspect is { } suspect)
        {
            _suspect = null;
            if (Holds(entry, suspect.Before, _shift + 1))
            {
                Fault(AuditFaultKind.Extra, suspect.Entry);
                _shift++;
            }
            else if (Holds(entry, suspect.Entry.Seal ?? "", _shift - 1))
            {
                var gone = suspect.Entry.SealedAs!.Value;
                Fault(new AuditFault(AuditFaultKind.Missing, gone, gone, null, null, null, null));
                _shift--;
            }
            else
            {
                Fault(AuditFaultKind.Changed, suspect.Entry);
                // Where only its seal was overwritten, the next line still follows the one it must have had.
                if (!Holds(entry, suspect.Entry.Seal ?? "", _shift) && !Holds(entry, key.SealOf(suspect.Entry, suspect.Before, _last - 1 - _shift), _shift)) _suspect = (entry, suspect.Entry.Seal ?? "");
            }
        }
        else if (!Holds(entry, _seal, _shift))
        {
            _suspect = (entry, _seal);
        }
        else if (!Made(entry))
        {
            // Sealed as it was found: it came into the table past the platform, or was changed before its seal.
            Fault(AuditFaultKind.Extra, entry);
        }

        _seal = entry.Seal ?? "";
    }

    AuditVerdict Conclude(long notSealed)
    {
        Settle();
        if (known is not null && !_knownSeen)
            Fault(new AuditFault(AuditFaultKind.Missing, Math.Min(_last + 1, known.Place), known.Place, null, null, null, null));
        return new AuditVerdict(_faultCount == 0, _lines, _faultCount, _faults, notSealed, _last == 0 ? null : new AuditHead(_last, _seal), known);
    }

    void Settle()
    {
        if (_suspect is { } suspect) Fault(AuditFaultKind.Changed, suspect.Entry);
        _suspect = null;
    }

    bool Holds(AuditEntry entry, string before, long shift) => key.SealOf(entry, before, entry.SealedAs!.Value - shift) == entry.Seal;

    bool Made(AuditEntry entry) => key.Made(entry) && (!copied.TryGetValue(entry.Mark!, out var first) || first == entry.Sequence);

    void Fault(AuditFaultKind kind, AuditEntry entry) =>
        Fault(new AuditFault(kind, entry.SealedAs!.Value, entry.SealedAs!.Value, entry.Sequence, entry.At, entry.AccountName, entry.Action));

    void Fault(AuditFault fault)
    {
        _faultCount++;
        if (_faults.Count < FaultsKept) _faults.Add(fault);
    }
}
