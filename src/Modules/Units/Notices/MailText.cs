using System.Globalization;
using System.Text;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>What a notice says as an e-mail: plain text, Chinese first.</summary>
internal static class MailText
{
    public const int LongestSubject = 200;

    const int LongestWord = 1000;

    /// <summary>The words of a notice as they may stand in any line: no control characters, which in a header would begin another one.</summary>
    public static IReadOnlyDictionary<string, string> Plain(IReadOnlyDictionary<string, string> words) =>
        words.ToDictionary(word => word.Key, word => OneLine(word.Value, LongestWord), StringComparer.Ordinal);

    public static string Subject(NoticeText text, IReadOnlyDictionary<string, string> words) => OneLine(NoticeTexts.Fill(text.SubjectZh, words), LongestSubject);

    public static string Body(NoticeText text, IReadOnlyDictionary<string, string> words, NoticeRaised notice, string name, string site)
    {
        var address = site + notice.Link;
        var body = new StringBuilder();
        Line($"{OneLine(name, 100)}，您好：");
        Line(NoticeTexts.Fill(text.TextZh, words));
        if (notice.DueOn is { } day) Line(string.Create(CultureInfo.InvariantCulture, $"办理期限：{day:yyyy-MM-dd}"));
        Line($"查看：{address}");
        Line("");
        Line(NoticeTexts.Fill(text.SubjectEn, words));
        Line(NoticeTexts.Fill(text.TextEn, words));
        if (notice.DueOn is { } due) Line(string.Create(CultureInfo.InvariantCulture, $"Due on {due:yyyy-MM-dd}"));
        Line(address);
        Line("");
        Line("本邮件由大型科研仪器开放共享平台自动发送，请勿回复。哪些通知发送邮件，可在“我的账号”中设置。");
        Line("Sent by the platform; please do not reply. Choose under \"My account\" which notices come by e-mail.");
        return body.ToString();

        void Line(string line) => body.Append(line).Append('\n');
    }

    /// <summary>Tells somebody that they have an account. The first password comes by the hand of who opened it, never by mail.</summary>
    public static string Invitation(string name, string userName, string organisation, string by, string site) => $"""
        {OneLine(name, 100)}，您好：
        {OneLine(by, 100)}已为您在{OneLine(organisation, 200)}开通账号，用户名：{OneLine(userName, 100)}
        初始密码由开通人另行告知，首次登录后须修改。登录：{site}/sign-in

        {OneLine(by, 100)} has opened an account for you, user name: {OneLine(userName, 100)}
        You get the first password from them; it has to be changed when you sign in at {site}/sign-in

        本邮件由大型科研仪器开放共享平台自动发送，请勿回复。
        Sent by the platform; please do not reply.
        """;

    public static string OneLine(string text, int longest)
    {
        var plain = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > longest) break;
            // Line and paragraph separators and marks that turn the reading direction are no part of a line either.
            var odd = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
            plain.Append(odd ? " " : rune.ToString());
        }

        return plain.ToString().Trim();
    }
}
