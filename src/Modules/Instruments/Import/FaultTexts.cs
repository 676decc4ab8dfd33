using System.Collections.Frozen;

namespace Modular.Instruments;

/// <summary>The faults' words: English for those who call the API by themselves, Chinese for the list that is sent back. The client has its own, by code.</summary>
internal static class FaultTexts
{
    static readonly FrozenDictionary<string, (string Zh, string En)> Texts = ReferenceTable.Read("fault-texts", 3)
        .ToFrozenDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    public static bool Knows(string code) => Texts.ContainsKey(code);

    public static string Of(string code, IReadOnlyList<string> args) => Texts.TryGetValue(code, out var text) ? text.En : args.Count > 0 ? args[0] : code;

    public static string InChinese(string code, IReadOnlyList<string> args) => Texts.TryGetValue(code, out var text) ? text.Zh : Of(code, args);
}
