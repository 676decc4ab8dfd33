using System.Text.RegularExpressions;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>
/// Reads classes 仪器分类: six digits with or without their leading zero or their name, names alone, and what other numberings put there:
/// the 2006 draft (facts §0.2) and asset classes of the education ministry (8 digits) or GB/T 14885 (7 digits).
/// </summary>
internal static partial class ClassCodeReading
{
    private const string OtherInstruments = "990000";

    private static readonly ILookup<string, InstrumentClass> LeavesByName =
        Classification.All.Where(c => c.IsLeaf).ToLookup(c => FoldedText.Compact(c.NameZh), StringComparer.Ordinal);

    // Majors whose number means something else in the 2006 draft: 04 was astronomy, 08 electronic measurement, 12 and 13 the others.
    private static readonly string[] Renumbered = ["04", "05", "06", "07", "08", "09", "10", "11", "12", "13"];

    /// <summary>The code; <paramref name="nameZh"/> is the instrument's name, which tells when a code cannot be right and what else it may be.</summary>
    public static Reading<string> Read(string cell, string? nameZh = null)
    {
        if (MoneyReading.IsBlank(cell))
            return Reading<string>.Nothing;
        var text = TextCleaning.HalfWidth(cell);
        var suggestion = Suggest(nameZh);
        if (text.Length > 200)
            return Reading<string>.Fault(new ValueFault("class.unknown", FaultSeverity.Error, [text[..20]], suggestion));
        if (AssetClass().IsMatch(text))
            return new(null, [new ValueFault("class.asset-code", FaultSeverity.Warning, [text], suggestion)]);
        var match = CodeAndName().Match(text);
        if (!match.Success)
            return ReadName(text, suggestion);

        var code = match.Groups["code"].Value;
        var written = match.Groups["name"].Value.Trim();
        code = code.Length switch
        {
            1 or 3 or 5 => $"0{code}".PadRight(6, '0'),
            _ => code.PadRight(6, '0'),
        };
        // The national sender itself stores the one and sends the other.
        if (code is "999999")
            code = OtherInstruments;
        if (Classification.Find(code) is not { } found)
            return Draft2006(code, suggestion) ?? Reading<string>.Fault(new ValueFault("class.unknown", FaultSeverity.Error, [code], suggestion));
        if (!found.IsLeaf)
        {
            return Draft2006(code, suggestion) ?? Reading<string>.Fault(new ValueFault(
                "class.not-a-leaf", FaultSeverity.Error, [code, found.NameZh], suggestion?.StartsWith(code.TrimEnd('0'), StringComparison.Ordinal) == true ? suggestion : null));
        }

        return new(code, DoubtsOf(found, written, nameZh));
    }

    /// <summary>The class an instrument of this name usually belongs to.</summary>
    public static string? Suggest(string? nameZh) =>
        string.IsNullOrWhiteSpace(nameZh) ? null
        : LeavesByName[FoldedText.Compact(nameZh)].ToList() is [var only] ? only.Code
        : InstrumentVocabulary.Current.KindOf(nameZh)?.Kind.ClassCode is { Length: 6 } code && Classification.Find(code) is { IsLeaf: true } ? code : null;

    private static Reading<string> ReadName(string text, string? suggestion)
    {
        var named = LeavesByName[FoldedText.Compact(text)].ToList();
        if (named is [var only])
            return Reading<string>.Of(only.Code);
        // 其他 is a name of many classes; a class's common name is nearly as good as its code.
        if (named.Count == 0 && Suggest(text) is { } likely)
            return Reading<string>.Of(likely, new ValueFault("class.from-name", FaultSeverity.Warning, [text, Classification.Find(likely)!.NameZh], likely));
        return Reading<string>.Fault(new ValueFault("class.unknown", FaultSeverity.Error, [text], suggestion));
    }

    // 120000 其他仪器 and the like: codes that only the old table can mean.
    private static Reading<string>? Draft2006(string code, string? suggestion)
    {
        if (code is "120000" or "130000")
            return new(null, [new ValueFault("class.perhaps-old-numbering", FaultSeverity.Warning, [code], suggestion ?? OtherInstruments)]);
        return suggestion is not null && Renumbered.Contains(code[..2], StringComparer.Ordinal) && suggestion[..2] is var major && !string.Equals(major, code[..2], StringComparison.Ordinal)
            ? new(null, [new ValueFault("class.perhaps-old-numbering", FaultSeverity.Warning, [code], suggestion)])
            : null;
    }

    private static List<ValueFault> DoubtsOf(InstrumentClass found, string written, string? nameZh)
    {
        var faults = new List<ValueFault>();
        if (written.Length > 0 && !Alike(written, found.NameZh) && LeavesByName[FoldedText.Compact(written)].FirstOrDefault() is { } other)
            faults.Add(new ValueFault("class.name-differs", FaultSeverity.Warning, [found.Code, found.NameZh, written], other.Code));
        if (Suggest(nameZh) is not { } usual || string.Equals(usual[..2], found.Code[..2], StringComparison.Ordinal))
            return faults;
        var old = Renumbered.Contains(found.Code[..2], StringComparer.Ordinal);
        faults.Add(new ValueFault(old ? "class.perhaps-old-numbering" : "class.disagrees-with-name", FaultSeverity.Warning, [found.Code, found.NameZh], usual));
        return faults;
    }

    private static bool Alike(string one, string other) =>
        FoldedText.Compact(one) is var a && FoldedText.Compact(other) is var b
        && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<code>\d{1,6})(?:\.0+)?(?:\s*[-:,_/|(]?\s*(?<name>[^\d\s].*?)\)?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeAndName();

    [GeneratedRegex(@"^(?:\d{7,8}|[A-Z]\d{6,10})(?:\s*[-:,_/|(]?\s*\D.*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AssetClass();
}
