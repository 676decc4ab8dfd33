using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Modular.Units;

/// <summary>One kind of notice: who gets it, and its words for e-mails; the page has its own, by kind.</summary>
/// <param name="Permission">What its recipients may; empty for kinds that anybody can get. Decides which kinds a person is offered to choose from.</param>
internal sealed record NoticeText(string Kind, string Permission, string SubjectZh, string SubjectEn, string TextZh, string TextEn);

/// <summary>All kinds of notices, from the table that stands beside this file.</summary>
internal static partial class NoticeTexts
{
    public static readonly IReadOnlyList<NoticeText> All = [.. Read()];

    static readonly FrozenDictionary<string, NoticeText> ByKind = All.ToFrozenDictionary(text => text.Kind, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Nobody has worded this kind: the news becomes a dead letter, which is seen.</exception>
    public static NoticeText Of(string kind) => ByKind.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"No text for notices of kind {kind} in notice-texts.tsv.");

    public static bool Knows(string kind) => ByKind.ContainsKey(kind);

    /// <summary>Fills the places of a text: {{unit}}.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> words) => Place().Replace(text, place => words.GetValueOrDefault(place.Groups["name"].Value, ""));

    static IEnumerable<NoticeText> Read()
    {
        using var stream = typeof(NoticeTexts).Assembly.GetManifestResourceStream("Modular.Units.Notices.notice-texts.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            var cells = line.Split('\t');
            yield return new NoticeText(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
