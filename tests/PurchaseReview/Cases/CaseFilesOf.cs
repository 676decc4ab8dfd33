using System.Net.Http.Json;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

static class CaseFilesOf
{
    public static async Task<CaseFileRow> Attached(this Client person, SavedCase at, byte[] file, string name)
    {
        using var answer = await person.Send(HttpMethod.Post, $"{Purchases.Address}/{at.Id}/files", Imports.Form(file, name));
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<CaseFileRow>(JsonShape.Options, TestContext.Current.CancellationToken))!;
    }
}
