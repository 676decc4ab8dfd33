using System.Security.Cryptography;
using System.Text;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>What the comparison needs to know of an instrument of the unit.</summary>
internal sealed record RegisteredInstrument(Guid Id, string? AssetNumber, string? NameZh, string? Model, long? ValueFen, bool Retired);

/// <summary>What a package would mean: links that are sure, differences that somebody has to look at, and counts.</summary>
/// <param name="Taken">The cards that the mapping is kept for.</param>
/// <param name="Gone">Known cards that the package does not have any more.</param>
/// <param name="Links">Cards not linked before whose number says which instrument they are.</param>
internal sealed record Comparison(
    IReadOnlyList<ReadCard> Taken, IReadOnlyList<AssetCard> Gone, IReadOnlyDictionary<string, Guid> Links, IReadOnlyList<AssetFinding> Findings, PackageCounts Counts);

/// <summary>
/// Compares three things (I-8): the registry, the mapping as the package before left it, and the new package. Knows nothing of the database and
/// changes nothing.
/// </summary>
internal sealed class CardComparison(AssetPackage package, ReadPackage read, IReadOnlyList<AssetCard> known, IReadOnlyList<RegisteredInstrument> registry, IReadOnlySet<string> dismissed)
{
    /// <summary>A quarter of the cards gone at once is rather a package given out by another filter.</summary>
    const int FewestGone = 5;

    readonly Dictionary<Guid, RegisteredInstrument> _registry = registry.ToDictionary(i => i.Id);
    readonly Dictionary<string, AssetCard> _known = known.ToDictionary(card => card.CardNumber, StringComparer.Ordinal);
    readonly List<AssetFinding> _findings = [];
    int _settledBefore;

    public Comparison Compare()
    {
        var equipment = read.Cards.Where(card => !PackageReading.IsOtherThanEquipment(card.AssetClass)).ToList();
        var present = equipment.Where(card => !PackageReading.IsDisposed(card.Standing)).ToList();
        var taken = present.Where(card => card.ValueFen >= package.ThresholdFen || _known.ContainsKey(card.CardNumber)).ToList();
        var numbers = taken.Select(card => card.CardNumber).ToHashSet(StringComparer.Ordinal);
        var below = present.Where(card => !numbers.Contains(card.CardNumber)).ToList();
        var gone = known.Where(card => !numbers.Contains(card.CardNumber)).ToList();

        var linked = KnownLinks(taken);
        var links = SureLinks(taken, linked);
        foreach (var (number, id) in links) linked[number] = id;

        var moved = ValueMoved(taken, linked);
        var vanished = Vanished(gone, linked.Values.ToHashSet());
        // A card below the line asks for no instrument; known ones may have come below it.
        var suggestions = new InstrumentSuggestions([.. registry.Where(i => !i.Retired && !linked.ContainsValue(i.Id) && !vanished.Contains(i.Id))]);
        var missing = taken.Where(card => card.ValueFen >= package.ThresholdFen && !linked.ContainsKey(card.CardNumber)).OrderByDescending(card => card.ValueFen).ToList();
        var suggested = suggestions.For(missing);
        foreach (var card in missing) Missing(card, suggested.GetValueOrDefault(card.CardNumber));
        foreach (var split in SplitPurchases.Among(below, package.ThresholdFen)) PerhapsSplit(split);
        var looksLike = suggested.Values.Select(each => each.Id).ToHashSet();
        foreach (var instrument in registry.Where(i => !i.Retired && i.ValueFen >= package.ThresholdFen && !linked.ContainsValue(i.Id) && !vanished.Contains(i.Id) && !looksLike.Contains(i.Id)))
            Add(FindingKind.NoCard, $"{instrument.Id}", instrument.NameZh, instrument.Model, [], instrument.ValueFen ?? 0, instrument.Id, registryFen: instrument.ValueFen);

        var newlyGone = gone.Count(card => card.GoneAt is null);
        var counts = new PackageCounts(
            read.Cards.Count, taken.Count, below.Count, below.Sum(card => card.ValueFen), read.Cards.Count - equipment.Count, equipment.Count - present.Count, read.Refused,
            taken.Count(card => linked.TryGetValue(card.CardNumber, out var id) && !links.ContainsKey(card.CardNumber) && !moved.Contains(id)), links.Count, _settledBefore,
            newlyGone >= FewestGone && newlyGone * 4 > known.Count(card => card.GoneAt is null));
        return new Comparison(taken, gone, links, [.. _findings.OrderByDescending(finding => finding.Rank)], counts);
    }

    // A link to a draft that was thrown away since is none.
    Dictionary<string, Guid> KnownLinks(IEnumerable<ReadCard> taken) => taken
        .Select(card => (card.CardNumber, Id: _known.GetValueOrDefault(card.CardNumber)?.InstrumentId))
        .Where(link => link.Id is { } id && _registry.ContainsKey(id))
        .ToDictionary(link => link.CardNumber, link => link.Id!.Value, StringComparer.Ordinal);

    // The same number is the same thing as long as nothing else speaks against it (I-8).
    Dictionary<string, Guid> SureLinks(List<ReadCard> taken, Dictionary<string, Guid> linked)
    {
        var busy = linked.Values.ToHashSet();
        var free = registry.Where(i => i.AssetNumber is not null && !i.Retired && !busy.Contains(i.Id))
            .DistinctBy(i => i.AssetNumber!, StringComparer.OrdinalIgnoreCase).ToDictionary(i => i.AssetNumber!, StringComparer.OrdinalIgnoreCase);
        var links = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var card in taken.Where(card => !linked.ContainsKey(card.CardNumber)))
        {
            var found = free.GetValueOrDefault(card.Record.AssetNumber ?? "") ?? free.GetValueOrDefault(card.CardNumber);
            if (found is null || !SpeakAlike(card, found)) continue;
            links[card.CardNumber] = found.Id;
            free.Remove(found.AssetNumber!);
        }

        return links;
    }

    static bool SpeakAlike(ReadCard card, RegisteredInstrument instrument)
    {
        var (one, other) = (FoldedText.Compact(card.Record.NameZh!), FoldedText.Compact(instrument.NameZh ?? ""));
        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) || card.ValueFen == instrument.ValueFen
            || card.Record.Model is { } model && instrument.Model is { } its && ModelNumber.Normalise(model) == ModelNumber.Normalise(its);
    }

    HashSet<Guid> ValueMoved(List<ReadCard> taken, Dictionary<string, Guid> linked)
    {
        var moved = new HashSet<Guid>();
        foreach (var cards in taken.Where(card => linked.ContainsKey(card.CardNumber)).GroupBy(card => linked[card.CardNumber]))
        {
            var (instrument, after) = (_registry[cards.Key], cards.Sum(card => card.ValueFen));
            if (instrument.Retired || instrument.ValueFen == after) continue;
            moved.Add(cards.Key);
            var before = cards.Select(card => _known.GetValueOrDefault(card.CardNumber)).ToList();
            Add(FindingKind.ValueMoved, $"{cards.Key}|{instrument.ValueFen}|{after}", instrument.NameZh, instrument.Model, cards.Select(FindingCard.Of), Math.Abs(after - (instrument.ValueFen ?? 0)), cards.Key,
                registryFen: instrument.ValueFen, previousFen: before.TrueForAll(card => card is not null) ? before.Sum(card => card!.ValueFen) : null, cardFen: after);
        }

        return moved;
    }

    HashSet<Guid> Vanished(List<AssetCard> gone, HashSet<Guid> stillThere)
    {
        var vanished = new HashSet<Guid>();
        foreach (var cards in gone.Where(card => card.InstrumentId is { } id && !stillThere.Contains(id)).GroupBy(card => card.InstrumentId!.Value))
        {
            if (!_registry.TryGetValue(cards.Key, out var instrument) || instrument.Retired) continue;
            vanished.Add(cards.Key);
            var value = cards.Sum(card => card.ValueFen);
            Add(FindingKind.VanishedThere, $"{cards.Key}|{string.Join(',', cards.Select(card => card.LastPackageId).Order())}", instrument.NameZh, instrument.Model,
                cards.Select(FindingCard.Of), value, cards.Key,
                registryFen: instrument.ValueFen, previousFen: value);
        }

        return vanished;
    }

    void Missing(ReadCard card, Suggestion? suggestion) => Add(
        FindingKind.MissingHere, $"{card.CardNumber}|{card.ValueFen}", card.Record.NameZh, card.Record.Model, [FindingCard.Of(card)], card.ValueFen, null,
        previousFen: _known.GetValueOrDefault(card.CardNumber)?.ValueFen, cardFen: card.ValueFen, suggestion: suggestion);

    void PerhapsSplit(IReadOnlyList<ReadCard> parts) => Add(
        FindingKind.PerhapsSplit, string.Join('|', parts.Select(part => $"{part.CardNumber}:{part.ValueFen}").Order(StringComparer.Ordinal)),
        parts[0].Record.NameZh, parts[0].Record.Model, parts.Select(FindingCard.Of), parts.Sum(part => part.ValueFen), null, cardFen: parts.Sum(part => part.ValueFen));

    void Add(FindingKind kind, string about, string? name, string? model, IEnumerable<FindingCard> cards, long rank, Guid? instrumentId,
        long? registryFen = null, long? previousFen = null, long? cardFen = null, Suggestion? suggestion = null)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{about}")));
        if (dismissed.Contains(fingerprint))
        {
            _settledBefore++;
            return;
        }

        _findings.Add(new AssetFinding
        {
            PackageId = package.Id, UnitId = package.UnitId, UnitPath = package.UnitPath, Kind = kind, Fingerprint = fingerprint, Name = name ?? "", Model = model,
            Cards = [.. cards], InstrumentId = instrumentId, SuggestedId = suggestion?.Id, SuggestedBy = suggestion?.By, RegistryFen = registryFen, PreviousFen = previousFen, CardFen = cardFen, Rank = rank,
        });
    }
}
