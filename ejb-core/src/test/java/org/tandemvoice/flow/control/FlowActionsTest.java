package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.action.Talk;

/** The contract of the registry: unique types, a good and a bad example of each. */
class FlowActionsTest {

  private final ActionLists lists = FlowActionFixture.lists();

  private void check(String json) {
    lists.read(JsonText.array(json.replace('\'', '"')), "actions");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'type':'answer'}]",
        "[{'type':'hangup'}]",
        "[{'type':'hangup','option':{'reason':'busy'}}]",
        "[{'type':'talk','option':{'text':'hello','language':'en-US'}}]",
        "[{'type':'talk','option':{'text':'hello','digits_handle':'next','async':true}}]",
        "[{'type':'talk','option':{'text':'<speak>Hi <break/>{{name}}</speak>','gender':'female'}}]",
        "[{'type':'play','option':{'stream_urls':['https://example.com/a.wav']}}]",
        "[{'type':'play','option':{'stream_urls':['${prompt}']}}]",
        "[{'type':'sleep','option':{'duration':1000}}]",
        "[{'type':'connect','option':{'destinations':[{'type':'extension','target':'1'}]}}]",
        "[{'type':'connect','option':{'destinations':[{'type':'tel','target':'{{to}}'}]}}]",
        "[{'type':'connect','option':{'destinations':[{'type':'conference','target':'00000000-0000-0000-0000-000000000009'}]}}]",
        "[{'type':'connect','option':{'destinations':[{'target':'1'}],'whisper':{'enabled':true,'message':'hi','play_recording':'{{name}}','accept_key':'1','reject_key':'2'}}}]",
        "[{'type':'conference_join','option':{'conference_id':'00000000-0000-0000-0000-000000000009','role':'moderator'}}]",
        "[{'type':'conf_join','option':{'conference_id':'{{room}}','mute_on_join':true}}]",
        "[{'id':'a','type':'goto','option':{'target_id':'a','loop_count':2}}]",
        "[{'id':'a','type':'branch','option':{'default_target_id':'a'}}]",
        "[{'id':'a','type':'branch','option':{'target_ids':{'1':'a'}}}]",
        "[{'type':'digits_receive','option':{'duration':5000,'length':1}}]",
        "[{'type':'digits_receive'}]",
        "[{'type':'variable_set','option':{'key':'x','value':''}}]",
        "[{'id':'a','type':'condition_call_digits','option':{'key':'1','false_target_id':'a'}}]",
        "[{'id':'a','type':'condition_call_status','option':{'status':'ringing','false_target_id':'a'}}]",
        "[{'id':'a','type':'condition_datetime','option':{'hour':9,'weekdays':[1,2],'false_target_id':'a'}}]",
        "[{'id':'a','type':'condition_variable','option':{'variable':'x','false_target_id':'a'}}]",
        "[{'type':'fetch','option':{'event_url':'https://example.com/flow'}}]",
        "[{'type':'fetch_flow','option':{'flow_id':'00000000-0000-0000-0000-000000000009'}}]",
        "[{'type':'call','option':{'destinations':[{'type':'extension','target':'1'}],'actions':[{'type':'stop'}]}}]",
        "[{'type':'record_start','option':{'direction':'both','format':'mp3','channels':'stereo','sample_rate':16000}}]",
        "[{'type':'recording_start','option':{'format':'wav','end_of_silence':5,'end_of_key':'#','duration':60,'beep_start':true}}]",
        "[{'type':'record_stop'}]",
        "[{'type':'record_voice','option':{'duration':5000,'silence_timeout':2000,'variable_name':'name'}}]",
        "[{'type':'play','option':{'stream_urls':['recording:00000000-0000-0000-0000-000000000009']}}]",
        "[{'type':'beep'}]",
        "[{'type':'echo'}]",
        "[{'type':'stream_echo','option':{'duration':5000}}]",
        "[{'type':'dtmf_send','option':{'dtmfs':'12*#','duration':500,'interval':500}}]",
        "[{'type':'digits_send','option':{'digits':'{{code}}'}}]",
        "[{'type':'mute'}]",
        "[{'type':'moh_start','option':{'music_class':'default'}}]",
        "[{'type':'moh_stop'}]",
        "[{'type':'amd'}]",
        "[{'type':'amd','option':{'machine_handle':'continue','async':true}}]",
        "[{'type':'amd','option':{'machine_action':'v','human_action':'continue','timeout':3000}},{'id':'v','type':'stop'}]",
        "[{'type':'confbridge_join','option':{'confbridge_id':'00000000-0000-0000-0000-000000000009'}}]",
        "[{'type':'stop'}]",
        "[{'type':'block'}]",
        "[{'type':'webhook_send','option':{'uri':'https://example.com/hook','data':'{}'}}]",
      })
  void acceptsAGoodExample(String json) {
    assertThatCode(() -> check(json)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[{}]                                                        | actions[0].type",
        "[1]                                                         | actions[0]",
        "[{'type':'answer'},{'type':'dance'}]                        | actions[1].type",
        "[{'type':'answer','id':7}]                                  | actions[0].id",
        "[{'type':'answer','next_id':'b'}]                           | actions[0].next_id",
        "[{'type':'stop','id':'a'},{'type':'stop','id':'a'}]         | actions[1].id",
        "[{'type':'hangup','option':{'reason':'boredom'}}]           | actions[0].option.reason",
        "[{'type':'talk','option':[]}]                               | actions[0].option",
        "[{'type':'talk'}]                                           | actions[0].option.text",
        "[{'type':'talk','option':{'text':7}}]                       | actions[0].option.text",
        "[{'type':'talk','option':{'text':'a','digits_handle':'x'}}] | actions[0].option.digits_handle",
        "[{'type':'talk','option':{'text':'<speak>a<p></speak>'}}]   | actions[0].option.text",
        "[{'type':'talk','option':{'text':'a','gender':'x'}}]        | actions[0].option.gender",
        "[{'type':'play','option':{}}]                               | actions[0].option.stream_urls",
        "[{'type':'play','option':{'stream_urls':['ftp://a/b.wav']}}] | actions[0].option.stream_urls[0]",
        "[{'type':'record_start','option':{'direction':'up'}}]       | actions[0].option.direction",
        "[{'type':'record_start','option':{'format':'flac'}}]        | actions[0].option.format",
        "[{'type':'record_start','option':{'channels':'five'}}]      | actions[0].option.channels",
        "[{'type':'record_start','option':{'sample_rate':11025}}]    | actions[0].option.sample_rate",
        "[{'type':'record_start','option':{'end_of_key':'7'}}]       | actions[0].option.end_of_key",
        "[{'type':'record_start','option':{'duration':-1}}]          | actions[0].option.duration",
        "[{'type':'record_start','option':{'on_end_flow_id':'x'}}]   | actions[0].option.on_end_flow_id",
        "[{'type':'record_voice','option':{'duration':5000}}]        | actions[0].option.variable_name",
        "[{'type':'record_voice','option':{'duration':1,'variable_name':'v'}}] | actions[0].option.duration",
        "[{'type':'sleep'}]                                          | actions[0].option.duration",
        "[{'type':'sleep','option':{'duration':-1}}]                 | actions[0].option.duration",
        "[{'type':'connect'}]                                        | actions[0].option.destinations",
        "[{'type':'connect','option':{'destinations':[{}]}}]         | actions[0].option.destinations[0].type",
        "[{'type':'connect','option':{'destinations':[{'target':'1'}],'whisper':{'enabled':true,'accept_key':'no'}}}] | actions[0].option.whisper.accept_key",
        "[{'type':'conference_join'}]                                | actions[0].option.conference_id",
        "[{'type':'conference_join','option':{'conference_id':'00000000-0000-0000-0000-000000000009','role':'king'}}] | actions[0].option.role",
        "[{'type':'echo','option':{'duration':-1}}]                  | actions[0].option.duration",
        "[{'type':'digits_send'}]                                    | actions[0].option.digits",
        "[{'type':'dtmf_send','option':{'dtmfs':'12x'}}]             | actions[0].option.digits",
        "[{'type':'digits_send','option':{'digits':'1','duration':20}}] | actions[0].option.duration",
        "[{'type':'digits_send','option':{'digits':'1','interval':6000}}] | actions[0].option.interval",
        "[{'type':'mute','option':{'direction':'up'}}]               | actions[0].option.direction",
        "[{'type':'moh_start','option':{'music_class':7}}]           | actions[0].option.music_class",
        "[{'type':'amd','option':{'machine_action':'nowhere'}}]      | actions[0].option.machine_action",
        "[{'type':'amd','option':{'timeout':1}}]                     | actions[0].option.timeout",
        "[{'type':'confbridge_join'}]                                | actions[0].option.confbridge_id",
        "[{'type':'goto'}]                                           | actions[0].option.target_id",
        "[{'type':'goto','option':{'target_id':'b'}}]                | actions[0].option.target_id",
        "[{'type':'goto','option':{'target_id':'b','loop_count':-1}}] | actions[0].option.loop_count",
        "[{'type':'branch'}]                                         | actions[0].option.target_ids",
        "[{'type':'branch','option':{'target_ids':{'1':'b'}}}]       | actions[0].option.target_ids.1",
        "[{'type':'branch','option':{'default_target_id':'b'}}]      | actions[0].option.default_target_id",
        "[{'type':'digits_receive','option':{'length':101}}]         | actions[0].option.length",
        "[{'type':'variable_set','option':{'value':'x'}}]            | actions[0].option.key",
        "[{'type':'condition_call_digits','option':{'false_target_id':'a'}}] | actions[0].option.length",
        "[{'type':'condition_call_digits','option':{'key':'1','false_target_id':'b'}}] | actions[0].option.false_target_id",
        "[{'type':'condition_call_status','option':{'status':'x'}}]  | actions[0].option.status",
        "[{'type':'condition_datetime','option':{'hour':24}}]        | actions[0].option.hour",
        "[{'type':'condition_datetime','option':{'weekdays':[7]}}]   | actions[0].option.weekdays[0]",
        "[{'type':'condition_variable','option':{'false_target_id':'a'}}] | actions[0].option.variable",
        "[{'id':'a','type':'condition_variable','option':{'variable':'x','condition':'~','false_target_id':'a'}}] | actions[0].option.condition",
        "[{'id':'a','type':'condition_variable','option':{'variable':'x','value_type':'number','value_number':'1','false_target_id':'a'}}] | actions[0].option.value_number",
        "[{'type':'fetch'}]                                          | actions[0].option.event_url",
        "[{'type':'fetch','option':{'event_url':'file:/etc/passwd'}}] | actions[0].option.event_url",
        "[{'type':'fetch_flow'}]                                     | actions[0].option.flow_id",
        "[{'type':'call'}]                                           | actions[0].option.destinations",
        "[{'type':'call','option':{'destinations':[{'target':'1'}],'actions':[{'type':'talk'}]}}] | actions[0].option.actions[0].option.text",
        "[{'type':'webhook_send'}]                                   | actions[0].option.uri",
        "[{'type':'webhook_send','option':{'uri':'https://a.b','method':'HACK'}}] | actions[0].option.method",
      })
  void namesTheFieldOfABadExample(String json, String field) {
    assertThatThrownBy(() -> check(json))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(violation -> violation.field())
                    .containsExactly(field));
  }

  @Test
  void noTwoActionsHaveOneType() {
    assertThat(FlowActionFixture.all())
        .extracting(FlowAction::type)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(27);
  }

  @Test
  void namesTheIdOfABadAction() {
    assertThatThrownBy(() -> check("[{'id':'menu','type':'talk'}]"))
        .hasMessageContaining("actions[0].option.text")
        .hasMessageContaining("menu");
  }

  @Test
  void refusesTwoActionsOfOneName() {
    assertThatThrownBy(() -> new FlowActions(List.of(new Talk(), new Talk())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("talk");
  }
}
