package llm

import (
	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// occasion is where a sentence is shown.
type occasion int

const (
	inJob  occasion = iota // beside an item, or as the reason of a paused job
	inTest                 // under the button that tests the connection
)

// advice says what happened, and what to do about it.
type advice struct {
	what messages.Message
	job  messages.Message // what to do if a job paused
	test messages.Message // what to do where somebody tries the connection
}

var advised = map[galley.Code]advice{
	galley.CodeWriterKey:     {messages.EndpointRefusedKey, messages.EnterKeyThenResume, messages.EnterKey},
	galley.CodeWriterQuota:   {messages.EndpointNoCredit, messages.AddCreditThenResume, messages.AddCredit},
	galley.CodeWriterModel:   {messages.EndpointWithoutModel, messages.AddModelThenResume, messages.CheckModel},
	galley.CodeRateLimited:   {messages.EndpointSlowsDown, messages.SlowDownThenResume, messages.SlowDown},
	galley.CodeWriterDenied:  {messages.EndpointDenied, messages.CheckAccessThenResume, messages.CheckAccess},
	galley.CodeWriterCountry: {messages.EndpointNotInCountry, messages.OtherEndpointThenNewJob, messages.OtherEndpoint},
	galley.CodeWriterNetwork: {messages.EndpointNotFromNetwork, messages.AllowNetworkThenResume, messages.AllowNetwork},
	galley.CodeWriterAPIOff:  {messages.EndpointAPIOff, messages.EnableAPIThenResume, messages.EnableAPI},
	galley.CodeWriterPage:    {messages.EndpointIsPage, messages.CheckPageThenResume, messages.CheckPage},
	galley.CodeWriterDay:     {messages.EndpointDayLimit, messages.NextDayThenResume, messages.NextDay},
	galley.CodeOffline:       {messages.EndpointOffline, messages.CheckNetworkThenResume, messages.CheckNetwork},
}

// ofItem are the messages of an item's row: only what happened.
var ofItem = map[galley.Code]messages.Message{
	galley.CodeTimeout:       messages.EndpointTookTooLong,
	galley.CodeWriterFailed:  messages.EndpointFailed,
	galley.CodeWriterCut:     messages.ReplyCutShort,
	galley.CodeWriterReply:   messages.ReplyUnreadable,
	galley.CodeWriterRefused: messages.ModelDeclined,
}

func (f *fault) message(where occasion) messages.Message {
	advice, pauses := advised[f.code]
	what := f.what
	if what.IsZero() {
		what = advice.what
	}
	if what.IsZero() {
		what = ofItem[f.code]
	}
	switch {
	case !pauses:
		return what
	case where == inJob && !f.until.IsZero():
		return messages.EndpointPausesJob(what, messages.JobGoesOn)
	case where == inTest:
		return messages.EndpointTestFailed(what, advice.test)
	}
	return messages.EndpointPausesJob(what, advice.job)
}

// explain makes the error that leaves this package.
func (f *fault) explain(where occasion) error {
	if f == nil {
		return nil
	}
	err := galley.WrapError(f.cause, f.code, f.message(where))
	err.RetryAt = f.until
	return err
}
