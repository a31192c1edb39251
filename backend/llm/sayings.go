package llm

import (
	"net/http"
	"regexp"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

var (
	noCountry  = verdict{code: galley.CodeWriterCountry}
	noNetwork  = verdict{code: galley.CodeWriterNetwork}
	blocked    = verdict{code: galley.CodeWriterDenied}
	apiOff     = verdict{code: galley.CodeWriterAPIOff}
	denied     = verdict{code: galley.CodeWriterDenied}
	unverified = verdict{code: galley.CodeWriterDenied, what: messages.EndpointUnverified}
	otherAPI   = verdict{code: galley.CodeWriterModel, what: messages.EndpointOtherAPI}
	webPage    = verdict{code: galley.CodeWriterPage}
	dayLimit   = verdict{code: galley.CodeWriterDay, retry: retryLimited, overloaded: true}
	planLimit  = verdict{code: galley.CodeWriterPlan, what: messages.EndpointPlanTooSmall}
	formFailed = verdict{code: galley.CodeWriterReply, perhapsParameter: true}
	noSystem   = verdict{code: galley.CodeWriterFailed, what: messages.EndpointRefusedRequest, perhapsParameter: true}
	timedOut   = verdict{code: galley.CodeWriterFailed, retry: retryTimeout}
)

// saying is what endpoints say in one case, in the words of many.
type saying struct {
	said    *regexp.Regexp
	verdict verdict
}

func says(pattern string, v verdict) saying {
	return saying{regexp.MustCompile(`(?i)` + pattern), v}
}

// systemRefused is how endpoints say that a model has no role for instructions.
var systemRefused = says(`system[_ ]?(?:role|message|instruction|prompt)s?\b.{0,40}\bnot (?:supported|allowed|enabled)|(?:does not|doesn't|not) support .{0,20}\b(?:system|developer)\b|developer instruction is not|only user(?:,? (?:and )?(?:assistant|model))? .{0,20}roles? (?:are|is)|roles must alternate|unsupported role|invalid role|role.{0,20}system|'system' role|"system" role|TemplateError|jinja`, noSystem)

// sayings are looked for in an error's own words, in this order: statuses and
// codes say less, since each provider uses them in its own way.
var sayings = []saying{
	says(`余额不足|欠费|充值|额度(?:不足|已用完|用尽)|资源包`, noCredit),
	says(`敏感|不安全|违规|审核|不合规`, declined),
	says(`(?:密钥|令牌|api[ _-]?key).{0,10}(?:无效|错误|不正确|过期|不存在)|鉴权失败|身份验证失败`, keyRefused),
	says(`模型.{0,12}(?:不存在|未找到|不支持|已下线)`, noModel),
	says(`(?:每日|当日|今日).{0,12}(?:上限|限制|额度)`, dayLimit),
	says(`(?:超过|超出|超长).{0,16}(?:长度|上下文|最大|token)|输入.{0,6}过长`, tooLong),
	says(`no (?:endpoints?|providers?|deployments?)\b.{0,40}\b(?:handle|support|satisf|accept).{0,60}\b(?:parameter|response_format|structured|schema|tool)`, formFailed),
	says(`data policy|privacy settings|(?:team|key|user|project|account|organi[sz]ation|plan|tier|subscription)\b.{0,30}\b(?:not|isn't) (?:allowed|permitted|authori[sz]ed|entitled|able) (?:to|for)\b.{0,30}\bmodel|blocked at the (?:organi[sz]ation|project|team)|model_permission|requires? (?:the )?(?:terms|license|licence) acceptance|accept (?:the|its) (?:terms|licen[cs]e|agreement|eula)|terms_required|(?:requires?|needs?) an? (?:\w+ )?subscription|(?:don't|do not|doesn't|does not) have (?:access|permission).{0,20}\bmodel|access to (?:this |the )?model is (?:restricted|gated|denied)|gated (?:model|repo)`, blocked),
	says(`virtual network|firewall|\bvnet\b|private endpoint|public network access|network (?:rules?|polic|restrict|acl)`, noNetwork),
	says(`\b(?:calls?|requests?|tokens?|credits?|quota|limit|usage)\b.{0,40}(?:/ ?month|(?:per|a|this|each) month)|monthly.{0,40}\b(?:limit|quota|credits?|budget|usage|allowance|spend)`, noCredit),
	says(`unsupported_country|(?:country|region|territory|location)\b.{0,40}\bnot (?:supported|available|allowed|served)|not (?:supported|available|served) in your (?:country|region|location)|user location is not`, noCountry),
	says(`\bip\b.{0,60}\b(?:not|isn't|unauthori[sz]ed|block|forbidden|denied|den|restrict)|(?:not allowed|not authori[sz]ed|blocked|denied|restricted).{0,40}\bip\b|ip_not_|ip[ _-]?(?:allow|white)[ _-]?list`, noNetwork),
	says(`SERVICE_DISABLED|has not been used in project|\bapi (?:is|has) (?:not (?:been )?enabled|disabled)|api\b.{0,60}\bis (?:disabled|not enabled)|not enabled (?:the )?.{0,40}\bapi|API_KEY_SERVICE_BLOCKED`, apiOff),
	says(`(?:organi[sz]ation|account)\b.{0,40}\bmust be (?:verified|activated)|verify (?:your )?organi[sz]ation`, unverified),
	says(`api[_ ]?key (?:is )?(?:not valid|invalid|expired|incorrect|missing|not found|revoked|disabled)|(?:invalid|incorrect|wrong|missing|no|bad|expired|unknown|malformed)[_ ](?:\w+[_ ])?api[_ -]?key|API_KEY_INVALID|(?:invalid|expired|missing|no|wrong) (?:auth(?:entication|orization)?\b.{0,20})?(?:token|credentials|auth credentials)|AuthenticationError|authentication (?:failed|fails)|key.{0,30}\b(?:not valid|incorrect|invalid|expired|revoked)\b|user not found`, keyRefused),
	says(`fewer max_tokens|can only afford`, noCredit),
	says(`credit balance|(?:insufficient|not enough|no|any|out of|more|remaining|available) (?:account )?(?:credits?|balance|funds|quota)\b|insufficient[_ ](?:user[_ ])?(?:quota|balance|credits?|funds)|budget (?:has been |was )?exceeded|budget_exceeded|spending limit|spend limit|arrearage|good standing|overdue|payment (?:required|method)|billing (?:hard limit|not active|is not)|billing_|top[- ]?up|recharge|exceed(?:ed|s)?.{0,20}\bbudget`, noCredit),
	says(`per[ _-]?day\b|PerDay|\bdaily\b|\((?:RPD|TPD)\)|\b(?:RPD|TPD)\b`, dayLimit),
	says(`only (?:be )?(?:supported|available|accessible|served) (?:in|through|via|by|on|with) .{0,30}(?:v1/\w|responses|completions|\bapi\b)|not a chat model|use the responses api|not supported (?:in|by|with) the v1/chat`, otherAPI),
	says(`unexpected endpoint or method|unknown (?:path|url|endpoint|route)|invalid url|unrecognized request url|no route|404 page not found|cannot post|route .{0,40}not found|path .{0,40}not found`, wrongAddress),
	says(`model\b.{0,120}\b(?:not found|does not exist|doesn't exist|not exist|is not available|not loaded|unavailable for|has been deprecated|decommissioned|not a valid)|(?:no such|unknown|invalid|unsupported|no) model\b|model_not_found|not a valid model|no models loaded|model_decommissioned`, noModel),
	systemRefused,
	says(`json_validate_failed|failed to (?:generate|validate) json|failed_generation|grammar|(?:does not|doesn't) support .{0,40}(?:json|schema|response_format|structured)`, formFailed),
	says(`(?:input|prompt|message|content|request|text|response|output)s?\b.{0,40}\b(?:was |were |is |been )?(?:flagged|moderated|sensitive|inappropriate|prohibited)|content[_ ](?:policy|filter|management|exists risk|moderation)|data_?inspection_?failed|moderation|safety (?:system|policy|filter)|usage polic|blocked by .{0,30}(?:safety|policy|guardrail)`, declined),
	says(`has crashed|exit code:? ?\d|runner process|out of memory|\bOOM\b|cuda error|not enough v?ram|more system memory|failed to load (?:the )?model|channel error|unhandled exception`, faulty),
	says(`exceed_context|context[_ ]?(?:length|size|window|limit)|maximum (?:context|prompt|input|sequence|model) length|(?:prompt|input|request|message)s? (?:is|are|was|too) (?:too )?(?:long|large)|too many (?:input )?tokens|tokens to keep|exceeds? .{0,40}(?:context|n_ctx|max.{0,10}(?:input|model).{0,10}len)|reduce the length|input token count`, tooLong),
}

// bySaying is the verdict of what an endpoint says in words. A web page's words
// are not the endpoint's.
func (r refusal) bySaying() (verdict, bool) {
	if !r.isAPI {
		return verdict{}, false
	}
	said := r.code + "\n" + r.kind + "\n" + r.message
	for _, s := range sayings {
		if s.said.MatchString(said) && r.mayMean(s.verdict) {
			return s.verdict, true
		}
	}
	return verdict{}, false
}

// mayMean keeps words from outweighing a status that excludes them: quotas that
// refill are called credit too, and a fault may quote anything.
func (r refusal) mayMean(v verdict) bool {
	limited := r.status == http.StatusTooManyRequests
	switch v.code {
	case galley.CodeWriterQuota:
		return !limited || !r.refills
	case galley.CodeWriterDay:
		return limited || r.status == http.StatusForbidden || r.status == http.StatusPaymentRequired
	case galley.CodeWriterKey, galley.CodeWriterCountry, galley.CodeWriterNetwork, galley.CodeWriterAPIOff, galley.CodeWriterDenied:
		return !limited && r.status < http.StatusInternalServerError
	case galley.CodeWriterRefused:
		return !limited && r.status < http.StatusInternalServerError
	}
	return !limited
}
