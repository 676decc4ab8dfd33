namespace Modular.Units;

/// <summary>职称级别, for counting: read from the title as it is written.</summary>
internal enum TitleLevel
{
    None,

    /// <summary>初级.</summary>
    Junior,

    /// <summary>中级.</summary>
    Intermediate,

    /// <summary>副高级.</summary>
    Associate,

    /// <summary>正高级.</summary>
    Full,
}

internal static class TitleLevels
{
    // In this order: 正高级实验师 holds 高级 as well, 副教授 holds 教授, 助理研究员 holds 研究员 and is an intermediate title.
    static readonly (string Word, TitleLevel Level)[] Words =
    [
        ("正高", TitleLevel.Full), ("教授级", TitleLevel.Full), ("研究员级", TitleLevel.Full), ("副", TitleLevel.Associate), ("高级", TitleLevel.Associate), ("助理研究员", TitleLevel.Intermediate),
        ("研究实习员", TitleLevel.Junior), ("助理", TitleLevel.Junior), ("助教", TitleLevel.Junior), ("初级", TitleLevel.Junior), ("技术员", TitleLevel.Junior), ("实验员", TitleLevel.Junior), ("技士", TitleLevel.Junior),
        ("教授", TitleLevel.Full), ("研究员", TitleLevel.Full), ("主任", TitleLevel.Full), ("讲师", TitleLevel.Intermediate), ("中级", TitleLevel.Intermediate), ("主管", TitleLevel.Intermediate),
        ("技师", TitleLevel.Junior), ("师", TitleLevel.Intermediate),
    ];

    public static TitleLevel Of(string? title) =>
        title is null ? TitleLevel.None : Words.FirstOrDefault(word => title.Contains(word.Word, StringComparison.Ordinal)).Level;
}
