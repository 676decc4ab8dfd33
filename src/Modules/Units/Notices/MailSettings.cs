using System.Net.Mail;
using Microsoft.Extensions.Configuration;

namespace Modular.Units;

/// <summary>The mail server 邮件服务器: <c>Mail:Host, Port, User, Password, From, UseTls</c>; <c>Mail:Site</c> stands before links. Without a host mails stay in the outbox.</summary>
internal sealed class MailSettings
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>STARTTLS, without which nothing is sent when it is asked for.</summary>
    public bool UseTls { get; init; } = true;

    public string Site { get; init; } = "";

    public bool Complete => Host.Length > 0 && MailAddress.TryCreate(Address, out _);

    public static MailSettings From(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var settings = new MailSettings
        {
            Host = mail["Host"] ?? "", Port = mail.GetValue("Port", 587), User = mail["User"] ?? "", Password = mail["Password"] ?? "", Address = mail["From"] ?? "",
            UseTls = mail.GetValue("UseTls", true), Site = (mail["Site"] ?? "").TrimEnd('/'),
        };
        if (settings.Host.Length > 0 && !settings.Complete) throw new InvalidOperationException("Mail:Host is set, but Mail:From is not an e-mail address.");
        return settings;
    }
}
